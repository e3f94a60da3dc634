using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Pipeline;

/// <summary>The rules that make no event.</summary>
public sealed class NoRules : ISceneRules
{
    public IReadOnlyList<SceneEvent> Evaluate(DetectionSet detections, FrameStamp stamp) => [];
}
