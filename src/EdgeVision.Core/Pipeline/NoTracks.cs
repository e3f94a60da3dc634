using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Pipeline;

/// <summary>The tracker that follows nothing.</summary>
public sealed class NoTracks : ITracker
{
    public void Update(DetectionSet detections, FrameStamp stamp)
    {
    }

    public bool Elapse(FrameStamp stamp) => false;
}
