using System.Globalization;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Inference.Models;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>The survey of devices for people.</summary>
internal static class DevicesTable
{
    public static void Print(HardwareInventory hardware, LoadedRuntime runtime, DeviceSurvey survey)
    {
        var processor = hardware.Processor;
        Line("board", hardware.Board.Length > 0 ? hardware.Board : "unknown");
        Line("processor", $"{processor.Name}, {processor.Threads} threads, {processor.Architecture} {string.Join(' ', processor.Features)}".TrimEnd());
        Line("library", runtime.IsThere ? $"ONNX Runtime {runtime.Version}, {runtime.Path}" : runtime.Error);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("device", "figures", "provider", "usable", "why not, and what to do");
        foreach (var verdict in survey.Devices)
        {
            Add(table, verdict);
        }

        foreach (var verdict in survey.Unseen)
        {
            Add(table, "no device on a bus", "", verdict);
        }

        foreach (var verdict in survey.Plugins)
        {
            Add(table, verdict);
        }

        Terminal.Out.Write(table);
    }

    private static void Add(Table table, DeviceVerdict verdict)
    {
        var name = verdict.Device.Bus == DeviceBus.Processor ? verdict.Device.Name : $"{verdict.Device.Name}, {verdict.Device.Address}";
        if (verdict.Providers.Count == 0)
        {
            table.AddRow(Markup.Escape(name), Figures(verdict.Device.Known), "none", "[red]no[/]", Markup.Escape(verdict.Step));
        }

        var first = true;
        foreach (var provider in verdict.Providers)
        {
            Add(table, first ? name : "", first ? Figures(verdict.Device.Known) : "", provider);
            first = false;
        }
    }

    private static void Add(Table table, string name, string figures, ProviderVerdict verdict)
    {
        var options = string.Concat(verdict.Options.Select(option => $" {option.Key}={option.Value}"));
        table.AddRow(
            Markup.Escape(name), figures, Markup.Escape(verdict.Provider + options),
            verdict.Usable ? "[green]yes[/]" : "[red]no[/]",
            Markup.Escape(verdict.Usable ? Limit(verdict.Probe) : $"{verdict.Reason}. → {verdict.Step}"));
    }

    private static void Add(Table table, PluginVerdict verdict)
    {
        var device = verdict.Device is { } found ? $"{found.Vendor} {found.Family.ToString().ToUpperInvariant()}, {found.Ids}".TrimStart() : "no device";
        table.AddRow(
            Markup.Escape(device), Figures(verdict.Device is { } known ? PluginDevice.Known(known.Ids) : null), Markup.Escape($"{verdict.Provider}, {verdict.Library.Path}"),
            verdict.Usable ? "[green]yes[/]" : "[red]no[/]",
            Markup.Escape(verdict.Usable ? Limit(verdict.Probe) : $"{verdict.Reason}. → {verdict.Step}"));
    }

    private static string Limit(ProbeReport? probe) => probe?.Precision == ModelPrecision.Int8 ? "takes 8-bit models only" : "";

    private static string Figures(KnownDevice? known)
    {
        var peak = known?.PeakTops is { } tops ? string.Create(CultureInfo.InvariantCulture, $"{tops:0.##} TOPS") : "";
        var watts = known?.Watts is { } w ? string.Create(CultureInfo.InvariantCulture, $"{w:0.##} W") : "";
        return string.Join(", ", new[] { peak, watts }.Where(text => text.Length > 0));
    }

    private static void Line(string what, string value) => Console.WriteLine($"{what,-10} {value}");
}
