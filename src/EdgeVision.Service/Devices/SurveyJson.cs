using System.Text.Json;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Accelerators.Probing;

namespace EdgeVision.Service.Devices;

/// <summary>Turns a survey into what `devices --json` prints.</summary>
internal static class SurveyJson
{
    public static DevicesJson Of(HardwareInventory hardware, LoadedRuntime runtime, DeviceSurvey survey) => new(
        hardware.Board,
        new CpuJson(hardware.Processor.Name, hardware.Processor.Threads, hardware.Processor.Architecture, hardware.Processor.Features),
        new RuntimeJson(Given(runtime.Version), Given(runtime.Path), runtime.Providers, Given(runtime.Error)),
        [.. survey.Devices.Select(Device)],
        [.. survey.Unseen.Select(Provider)],
        [.. survey.Plugins.Select(Plugin)]);

    private static DeviceJson Device(DeviceVerdict verdict)
    {
        var device = verdict.Device;
        return new DeviceJson(
            device.Known?.Id, device.Name, Word(device.Family), Word(device.Bus), device.Address, Given(device.Ids), Given(device.Driver), device.Nodes,
            device.Known?.PeakTops, Given(device.Known?.PeakOf), device.Known?.Watts, device.Known?.PriceUsd, Given(device.Known?.Source),
            verdict.IsUsable, Given(verdict.Step), [.. verdict.Providers.Select(Provider)]);
    }

    private static DeviceProviderJson Provider(ProviderVerdict verdict) => new(
        verdict.Provider, verdict.Options, verdict.Usable, Given(verdict.Reason), Given(verdict.Step),
        OpenMs(verdict.Probe), RunMs(verdict.Probe), Precision(verdict.Probe));

    private static PluginDeviceJson Plugin(PluginVerdict verdict) => new(
        verdict.Library.Name, verdict.Provider, Given(verdict.Device?.Vendor), verdict.Family is { } family ? Word(family) : null, verdict.Usable,
        Given(verdict.Reason), Given(verdict.Step), verdict.Library.Path, verdict.Device?.Ids, verdict.Device?.Metadata,
        Precision(verdict.Probe), OpenMs(verdict.Probe), RunMs(verdict.Probe));

    private static double? OpenMs(ProbeReport? probe) => probe is { OpenMs: > 0 and var milliseconds } ? Math.Round(milliseconds, 1) : null;

    private static double? RunMs(ProbeReport? probe) => probe is { RunMs: > 0 and var milliseconds } ? Math.Round(milliseconds, 1) : null;

    private static string? Precision(ProbeReport? probe) => probe?.Precision is { } precision ? Word(precision) : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
