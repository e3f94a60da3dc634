using System.Runtime.CompilerServices;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// One frame between Pick and Accept, and all that its way needs; reused for the next frame. Its number is the
/// detector's slot.
/// </summary>
public sealed class InferenceTicket(int slot)
{
    private readonly Box[] _regions = new Box[LatestFrame.MaxRegions];

    public int Slot { get; } = slot;

    public CameraLane? Lane { get; internal set; }

    public FrameLease Frame { get; internal set; }

    public DetectionSet Detections { get; } = new();

    public ReadOnlySpan<Box> Regions => _regions.AsSpan(0, RegionCount);

    internal IDetector? Detector { get; set; }

    /// <summary>Of its run, once submitted.</summary>
    internal ValueTaskAwaiter<InferenceOutcome> Completion { get; set; }

    internal int RegionCount { get; set; }

    internal Span<Box> RegionRoom => _regions;

    // TimeProvider timestamps of the frame's stages.
    internal long Picked { get; set; }

    internal long Prepared { get; set; }
}
