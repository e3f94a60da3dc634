using System.Globalization;
using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Service.Truth;

namespace EdgeVision.Service.Live;

/// <summary>A line per camera and second on the console, and a summary at the end.</summary>
/// <param name="lanes">The cameras.</param>
/// <param name="counts">What was found.</param>
/// <param name="truths">Of the synthetic cameras, by id.</param>
/// <param name="mqtt">The broker's counters.</param>
/// <param name="time">Of the lines.</param>
/// <param name="output">Where they go.</param>
public sealed class LiveLines(
    IReadOnlyList<CameraLane> lanes, LabelCounts counts, IReadOnlyDictionary<string, TruthCheck> truths, Func<MqttCounters> mqtt, TimeProvider time,
    TextWriter output)
{
    private readonly Dictionary<string, (LedgerReading Books, IReadOnlyDictionary<string, long> Labels)> _last = new(StringComparer.Ordinal);
    private readonly Lock _printing = new();
    private readonly long _started = time.GetTimestamp();
    private long _lastAt = time.GetTimestamp();

    /// <summary>One line for each camera: what happened since the lines before. Nothing while the lines before are still being written.</summary>
    public void Print()
    {
        // A timer does not wait for a console that does not take its lines.
        if (!_printing.TryEnter())
        {
            return;
        }

        try
        {
            PrintLines();
        }
        finally
        {
            _printing.Exit();
        }
    }

    /// <summary>Everything since the start.</summary>
    public void PrintSummary()
    {
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var books = mqtt();
        output.WriteLine();
        foreach (var lane in lanes)
        {
            var ledger = lane.Ledger.Read();
            var fates = Enum.GetValues<FrameFate>().Where(fate => ledger[fate] > 0).Select(fate => $"{ledger[fate]} {fate.ToString().ToLowerInvariant()}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{lane.Plan.CameraId}: {ledger.Captured} frames in {seconds:0.0} s{(ledger.Captured > 0 ? ": " : "")}{string.Join(", ", fates)}; {Latency(lane)}"));
            output.WriteLine($"{lane.Plan.CameraId}: found {Found(counts.Of(lane.Plan.CameraId), null)}");
            if (truths.GetValueOrDefault(lane.Plan.CameraId) is { } truth)
            {
                foreach (var line in TruthWords.Lines(truth.Read()))
                {
                    output.WriteLine($"{lane.Plan.CameraId}: {line}");
                }
            }
        }

        output.WriteLine($"mqtt: {books.Published} messages published, {books.Acked} acked, {books.DroppedInAll} dropped");
    }

    private void PrintLines()
    {
        var now = time.GetTimestamp();
        var seconds = Math.Max(time.GetElapsedTime(_lastAt, now).TotalSeconds, 1e-3);
        _lastAt = now;
        foreach (var lane in lanes)
        {
            var id = lane.Plan.CameraId;
            var books = lane.Ledger.Read();
            var labels = counts.Of(id);
            var before = _last.GetValueOrDefault(id);
            _last[id] = (books, labels);
            var captured = (books.Captured - (before.Books?.Captured ?? 0)) / seconds;
            var inferred = (books[FrameFate.Inferred] - (before.Books?[FrameFate.Inferred] ?? 0)) / seconds;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{time.GetLocalNow():HH:mm:ss}  {id}  {captured,5:0.0} fps in  {inferred,5:0.0} inferred  {Latency(lane)}  {Found(labels, before.Labels)}{Truth(id)}  mqtt {mqtt().Acked} acked"));
        }
    }

    private string Truth(string camera) =>
        truths.GetValueOrDefault(camera)?.Read() is { Frames: > 0 } reading ? $"  {TruthWords.SoFar(reading)}" : "";

    private static string Latency(CameraLane lane) => lane.Latency.Percentile(.5) is { } p50 && lane.Latency.Percentile(.95) is { } p95
        ? string.Create(CultureInfo.InvariantCulture, $"latency p50 {p50:0.0} p95 {p95:0.0} ms")
        : "no latency yet";

    private static string Found(IReadOnlyDictionary<string, long> now, IReadOnlyDictionary<string, long>? before)
    {
        var parts = now
            .Select(pair => (Label: pair.Key, Count: pair.Value - (before?.GetValueOrDefault(pair.Key) ?? 0)))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Label, StringComparer.Ordinal)
            .Select(pair => $"{pair.Count} {pair.Label}");
        return string.Join(", ", parts) is { Length: > 0 } found ? found : "nothing";
    }
}
