using System.Text.Json.Nodes;

namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>What a run's messages say of its accelerators.</summary>
internal static class AcceleratorWitness
{
    /// <summary>Name of the accelerator that the last info message says a model's frames go to.</summary>
    public static string? ServingOf(this ServiceRun run, string model) =>
        (string?)run.Accelerators.FirstOrDefault(one => (string?)one["model"] == model && (bool)one["chosen"]!)?["name"];

    public static IReadOnlyList<JsonNode> FaultsOf(this ServiceRun run, string accelerator) =>
        [.. run.Faults.Where(fault => (string?)fault["origin"]?["accelerator"] == accelerator)];

    /// <summary>How many times the log said that an accelerator is ready, of whatever model.</summary>
    public static int ReadyCount(this ServiceRun run, string accelerator) =>
        run.Program.Output.Split('\n').Count(line => line.Contains($"accelerator {accelerator} is Ready", StringComparison.OrdinalIgnoreCase));

    /// <summary>Longest time between two detections that came one after the other, from one on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="camera">Of whom.</param>
    /// <param name="from">Index of the first.</param>
    public static TimeSpan LongestGap(this ServiceRun run, string camera, int from)
    {
        var times = run.Detections(camera).Skip(from).Select(static one => ((double)(long)one["mono_ns"]! / 1e6) + (double)one["age_ms"]!).ToList();
        Assert.True(times.Count > 1, "no detections");
        return TimeSpan.FromMilliseconds(times.Zip(times.Skip(1), static (one, next) => next - one).Max());
    }

    /// <summary>Latencies from capture to detections in ms, of messages from one index to before another.</summary>
    public static IReadOnlyList<double> Latencies(this ServiceRun run, string camera, int from, int to) =>
        [.. run.Detections(camera).Take(to).Skip(from).Select(static one => (double)one["latency_ms"]!["total"]!)];

    /// <summary>Nearest-rank percentile.</summary>
    public static double Percentile(this IReadOnlyList<double> values, double share) =>
        values.Order().ElementAt(Math.Clamp((int)Math.Ceiling(values.Count * share) - 1, 0, values.Count - 1));
}
