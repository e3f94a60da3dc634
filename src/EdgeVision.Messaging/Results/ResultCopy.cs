using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;

namespace EdgeVision.Messaging.Results;

/// <summary>What a message needs of a result that was only lent. Reused, so that copying soon allocates nothing.</summary>
internal sealed class ResultCopy
{
    private Detection[] _detections = new Detection[16];
    private int _count;

    internal CameraFeed Feed { get; private set; } = null!;

    internal long Seq { get; private set; }

    internal FrameStamp Stamp { get; private set; }

    internal LabelSet Labels { get; private set; } = null!;

    internal OperatingPoint Point { get; private set; } = null!;

    internal StageTimings Timings { get; private set; }

    internal ReadOnlySpan<Detection> Detections => _detections.AsSpan(0, _count);

    internal void Fill(in LaneResult result, CameraFeed feed, long seq)
    {
        Feed = feed;
        Seq = seq;
        Stamp = result.Stamp;
        Labels = result.Labels;
        Point = result.Point;
        Timings = result.Timings;
        _count = result.Detections.Length;
        if (_detections.Length < _count)
        {
            _detections = new Detection[Math.Max(_count, 2 * _detections.Length)];
        }

        result.Detections.CopyTo(_detections);
    }
}
