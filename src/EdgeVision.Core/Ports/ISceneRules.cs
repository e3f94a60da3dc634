using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Ports;

/// <summary>Turns tracked detections into events.</summary>
public interface ISceneRules
{
    /// <summary>The events this frame brings; usually none.</summary>
    IReadOnlyList<SceneEvent> Evaluate(DetectionSet detections, FrameStamp stamp);
}
