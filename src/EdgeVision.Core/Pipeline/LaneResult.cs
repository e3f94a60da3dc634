using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Pipeline;

/// <summary>One inferred frame, lent to the sinks for the call.</summary>
public readonly ref struct LaneResult
{
    public required string CameraId { get; init; }

    public required FrameStamp Stamp { get; init; }

    /// <summary>The picture it was found in, still there for the call.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Best score first.</summary>
    public required ReadOnlySpan<Detection> Detections { get; init; }

    public required LabelSet Labels { get; init; }

    public required OperatingPoint Point { get; init; }

    public required StageTimings Timings { get; init; }
}
