using EdgeVision.Core.Geometry;
using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Payloads;

namespace EdgeVision.Messaging.Results;

/// <summary>A result as it goes on the wire.</summary>
internal static class DetectionPayload
{
    internal static DetectionsV1 Of(ResultCopy result, WireStamp stamp) => new(stamp)
    {
        Camera = result.Feed.Camera,
        Seq = result.Seq,
        FrameSeq = result.Stamp.Sequence,
        AgeMs = Milliseconds(result.Timings.Total),
        Model = result.Point.Model,
        ModelSha256 = result.Point.ModelSha256,
        Accelerator = result.Point.Accelerator,
        Input = [result.Point.Input.Width, result.Point.Input.Height],
        LatencyMs = Latency(result.Timings),
        Objects = Objects(result),
    };

    /// <summary>Objects by label.</summary>
    internal static SortedDictionary<string, int> Counts(ResultCopy result)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var detection in result.Detections)
        {
            var label = result.Labels[detection.ClassId];
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        return counts;
    }

    private static LatencyV1 Latency(in StageTimings timings) => new(
        Milliseconds(timings.Wait), Milliseconds(timings.Prepare), Milliseconds(timings.Queue),
        Milliseconds(timings.Run), Milliseconds(timings.Decode), Milliseconds(timings.Total));

    private static DetectedObjectV1[] Objects(ResultCopy result)
    {
        var objects = new DetectedObjectV1[result.Detections.Length];
        for (var i = 0; i < objects.Length; i++)
        {
            var found = result.Detections[i];
            objects[i] = new DetectedObjectV1(
                result.Labels[found.ClassId], found.ClassId, Math.Round((double)found.Score, 4), Wire(found.Box.ClampToPicture()),
                found.Track == 0 ? null : found.Track);
        }

        return objects;
    }

    // Half a pixel of a picture 10,000 pixels wide is 0.00005: five decimals lose nothing.
    private static double[] Wire(in Box box) =>
        [Math.Round((double)box.X, 5), Math.Round((double)box.Y, 5), Math.Round((double)box.Width, 5), Math.Round((double)box.Height, 5)];

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
