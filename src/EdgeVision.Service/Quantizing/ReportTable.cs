using System.Globalization;
using EdgeVision.ModelTools.Quantization.Reports;
using Spectre.Console;

namespace EdgeVision.Service.Quantizing;

/// <summary>A quantization's report for a person at a terminal, the verdict first.</summary>
public static class ReportTable
{
    private const int Layers = 10;
    private const int LongestName = 56;

    public static void Write(IAnsiConsole console, QuantizeOutcome outcome)
    {
        var report = outcome.Report;
        WriteVerdict(console, report);
        console.Write(BeforeAfter(report));
        WriteSettings(console, report);
        WriteTrials(console, report.Trials);
        WriteLayers(console, report.Layers);
        WriteWhere(console, outcome);
    }

    private static void WriteVerdict(IAnsiConsole console, QuantizationReport report)
    {
        var accepted = report.Verdict.Accepted;
        var lines = report.Verdict.Reasons.Select(ReportWords.Printable).Prepend(accepted ? "ACCEPTED" : "REFUSED: the float model stays").ToArray();
        console.Write(new Panel(new Text(string.Join('\n', lines), new Style(accepted ? Color.Green : Color.Red, decoration: Decoration.Bold)))
            .Header(Markup.Escape($" {report.Model} in 8 bits ")).Border(BoxBorder.Heavy).BorderColor(accepted ? Color.Green : Color.Red).Padding(2, 0));
    }

    private static Table BeforeAfter(QuantizationReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "float", "int8", "change", "limit");
        foreach (var one in report.Accuracy)
        {
            Row(table, one.Measure, Say($"{one.Before:0.0000}"), Say($"{one.After:0.0000}"), Say($"{one.After - one.Before:+0.0000;-0.0000;0}"), Say($"at least {one.Limit:0.0000}"));
        }

        var latency = report.Latency;
        var threads = report.Machine.Threads;
        Row(
            table, $"latency, {threads} thread{(threads == 1 ? "" : "s")}, {latency.Turns} turns", Say($"{latency.FloatMs:0.00} ms"), Say($"{latency.QuantizedMs:0.00} ms"),
            $"{ReportWords.Ratio(latency)} of float", Say($"at most {latency.Limit:0.00}"));
        Row(
            table, "size", ReportWords.Size(report.FloatBytes), ReportWords.Size(report.QuantizedBytes),
            Say($"{(double)report.QuantizedBytes / Math.Max(1, report.FloatBytes):0.00} of float"), "");
        return table;
    }

    private static void WriteSettings(IAnsiConsole console, QuantizationReport report)
    {
        var (settings, machine) = (report.Settings, report.Machine);
        Line(console, $"on {machine.Processor} ({machine.Architecture}, {(machine.Int8DotProduct ? "with" : "without")} 8-bit dot product), ONNX Runtime {machine.OnnxRuntime}");
        Line(console, $"{settings.Pictures} pictures of {settings.Calibration}, {settings.Calibrator}; activations {settings.Activations}, weights {settings.Weights}, input {settings.Input}, target {settings.Target}");
        Line(console, $"{settings.EqualizedPairs} pairs of layers equalised; biases {(settings.BiasCorrected ? "corrected" : "as they were")}; {report.Layers.Count(layer => layer.Quantized)} layers in 8 bits, {report.Layers.Count(layer => !layer.Quantized)} in float; {Say($"{report.Seconds:0}")} s");
        foreach (var rewrite in settings.Rewrites)
        {
            Line(console, $"rewritten: {rewrite}");
        }
    }

    private static void WriteTrials(IAnsiConsole console, IReadOnlyList<SearchTrial> trials)
    {
        if (trials.Count == 0)
        {
            return;
        }

        // Dozens do not pay, one a layer; the report has them all.
        var kept = trials.Where(trial => trial.Kept).ToArray();
        var table = new Table().Border(TableBorder.Rounded).Title($"the search kept {kept.Length} of {trials.Count} trials")
            .AddColumns("trial", "float nodes", "latency", "agreement", "why");
        foreach (var trial in kept)
        {
            Row(
                table, trial.What, Say($"{trial.Nodes}"), trial.LatencyRatio is { } ratio ? Say($"{ratio:0.000}") : "-",
                trial.Agreement is { } agreement ? Say($"{agreement:0.000}") : "-", trial.Reason);
        }

        console.Write(table);
    }

    private static void WriteLayers(IAnsiConsole console, IReadOnlyList<ReportLayer> layers)
    {
        var worst = ReportWords.Noisiest(layers).Take(Layers).ToArray();
        if (worst.Length == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).Title("noisiest layers").AddColumns("layer", "operator", "runs in", "signal to noise");
        foreach (var layer in worst)
        {
            var state = layer.Quantized ? "int8" : layer.Reason.Length > 0 ? $"float: {layer.Reason}" : "float";
            Row(table, ReportWords.Shorten(layer.Name, LongestName), layer.Operator, state, ReportWords.Noise(layer.NoiseDb));
        }

        console.Write(table);
    }

    private static void WriteWhere(IAnsiConsole console, QuantizeOutcome outcome)
    {
        if (outcome.Written is not { } place)
        {
            Line(console, "nothing was written; --keep-rejected keeps such a model with its report to study it");
            return;
        }

        Line(console, $"{(outcome.Report.Verdict.Accepted ? "written" : "kept for study only")}: {place.Folder}: {string.Join(", ", place.Files)}");
        Line(console, $"use it:  edgevision detect street.jpg --model {place.Reference}");
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => Markup.Escape(ReportWords.Printable(cell)))]);

    private static void Line(IAnsiConsole console, string words) => console.WriteLine(ReportWords.Printable(words));

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
