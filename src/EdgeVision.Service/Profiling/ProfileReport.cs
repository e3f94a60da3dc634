using System.Globalization;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Roofline;
using Spectre.Console;

namespace EdgeVision.Service.Profiling;

/// <summary>A profile for a person.</summary>
internal static class ProfileReport
{
    /// <param name="console">Where it goes.</param>
    /// <param name="outcome">What was found out.</param>
    /// <param name="facts">What is published of what the points ran on.</param>
    public static void Write(IAnsiConsole console, ProfileOutcome outcome, PublishedFacts facts)
    {
        var (table, graph) = (outcome.Result.Table, outcome.Graph);
        console.WriteLine(Text($"{table.Head.Model} on {table.Head.Board}, ONNX Runtime {table.Head.Key.Library}"));
        var kind = graph.Macs == 0 ? 0 : (double)graph.IntegerMacs / graph.Macs;
        console.WriteLine(Text($"graph    {graph.Macs / 1e9:0.000} G multiply-accumulates ({kind:0 %} of 8-bit integers), {graph.Bytes / 1e6:0.0} MB moved by all layers, {graph.WeightBytes / 1e6:0.0} MB of it weights"));
        if (graph.Uncounted.Count > 0)
        {
            console.WriteLine($"         not counted: {string.Join(", ", graph.Uncounted.Select(static one => Text($"{one.Key} ({one.Value})")))}; the count is a lower bound");
        }

        foreach (var peak in table.Head.Peaks)
        {
            var int8 = peak.Int8Macs is { } macs ? Text($"{2 * macs / 1e9:0} GOP/s of 8-bit integers") : "8-bit integers not measured";
            console.WriteLine(Text($"machine  {peak.Threads} thread{(peak.Threads == 1 ? "" : "s")}: {2 * peak.FloatMacs / 1e9:0} GOP/s of floats, {int8}, {peak.Bandwidth / 1e9:0.0} GB/s"));
        }

        console.Write(Points(outcome, facts));
        WriteYield(console, outcome, facts);
        WriteEnd(console, outcome);
    }

    private static Table Points(ProfileOutcome outcome, PublishedFacts facts)
    {
        var table = outcome.Result.Table;
        var grid = new Table().Border(TableBorder.Rounded)
            .AddColumns("point", "load ms", "added MB", "rate", "p50 ms", "p95 ms", "CPU-ms", "mJ", "GOP/s", "of compute", "of memory");
        foreach (var point in table.Points)
        {
            var figures = AchievedFigures.Of(point, outcome.Graph, table.Head.Peaks, facts.Of(point.Family, point.Point.Accelerator));
            foreach (var rate in point.Cost.Rates)
            {
                var isFlat = rate.OfferedFps is null;
                string[] head = rate == point.Cost.Rates[0]
                    ? [Markup.Escape(ProfileSamples.NameOf(point.Point)), Text($"{point.Cost.LoadSeconds * 1000:0}"), Text($"{point.Cost.AddedRssBytes / 1e6:0.0}")]
                    : ["", "", ""];
                string[] tail = isFlat ? [Text($"{figures.Gops:0.0}"), Share(figures.ComputeShare), Share(figures.MemoryShare)] : ["", "", ""];
                grid.AddRow([.. head, isFlat ? Text($"{rate.AchievedFps:0.0} fps, flat out") : Text($"{rate.OfferedFps:0.##} fps"), .. Figures(rate), .. tail]);
            }
        }

        return grid;
    }

    /// <summary>What a joule, a watt and a unit of cost bring, where these are known.</summary>
    private static void WriteYield(IAnsiConsole console, ProfileOutcome outcome, PublishedFacts facts)
    {
        var table = outcome.Result.Table;
        foreach (var point in table.Points)
        {
            var known = facts.Of(point.Family, point.Point.Accelerator);
            var figures = AchievedFigures.Of(point, outcome.Graph, table.Head.Peaks, known);
            string[] words =
            [
                .. figures.PerJoule is { } joule ? [Text($"{joule:0.0} inferences per joule")] : Array.Empty<string>(),
                .. figures.PerWatt is { } watt ? [Text($"{watt:0.00} inferences/s per watt (of {known.Watts:0.##} W)")] : Array.Empty<string>(),
                .. figures.PerPrice is { } price ? [Text($"{price:0.000} inferences/s per {figures.Currency} (of {known.Price:0.##})")] : Array.Empty<string>(),
            ];
            if (words.Length > 0)
            {
                console.WriteLine($"yield    {ProfileSamples.NameOf(point.Point)}: {string.Join(", ", words)}");
            }
        }

        if (table.Points.Any(point => facts.Of(point.Family, point.Point.Accelerator) is not { Watts: not null, Price: not null }))
        {
            console.WriteLine("         per watt and per cost are known where the catalogue has figures of a device; say the board's with --watts and --price");
        }
    }

    private static string[] Figures(RateCost rate) =>
    [
        Text($"{rate.P50Ms:0.00}"), Text($"{rate.P95Ms:0.00}"), Text($"{rate.CpuSeconds * 1000:0.00}"),
        rate.Energy is { } energy ? Text($"{energy.Joules * 1000:0.0} ±{energy.ErrorJoules * 1000:0.0}") : "no sensor",
    ];

    private static void WriteEnd(IAnsiConsole console, ProfileOutcome outcome)
    {
        var head = outcome.Result.Table.Head;
        foreach (var (point, reason) in outcome.Result.Table.Unusable)
        {
            console.WriteLine($"unusable {point}: {reason}");
        }

        console.WriteLine($"decision {outcome.Decision.Why}");
        foreach (var other in outcome.Decision.RunnersUp)
        {
            console.WriteLine($"         not {ProfileSamples.NameOf(other.Point)}: {other.Lost}");
        }

        if (head.Regret is { } regret)
        {
            console.WriteLine(Text($"regret   {regret.Mean:0.0 %} on average and {regret.Worst:0.0 %} at worst over {regret.Demands} demands, {regret.Missed} missed that another point keeps"));
        }

        console.WriteLine($"table    {outcome.Result.Path}");
        foreach (var note in outcome.Result.Notes)
        {
            console.WriteLine($"         {note}");
        }
    }

    private static string Share(double? share) => share is { } value ? Text($"{value:0.0 %}") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
