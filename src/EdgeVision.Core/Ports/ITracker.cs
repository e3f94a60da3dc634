using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Ports;

/// <summary>Follows objects from frame to frame. Used under its lane's lock.</summary>
public interface ITracker
{
    /// <summary>Takes a frame's detections and notes each one's track on it.</summary>
    void Update(DetectionSet detections, FrameStamp stamp);

    /// <summary>Time passes on a frame nobody inferred. True when the tracks cover it, so that its fate is Predicted.</summary>
    bool Elapse(FrameStamp stamp);
}
