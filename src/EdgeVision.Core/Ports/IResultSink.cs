using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Ports;

/// <summary>
/// Takes what the pipeline finds. Called on the pipeline's threads: copy what you need into your own bounded queue,
/// never wait, never throw.
/// </summary>
public interface IResultSink
{
    /// <summary>One inferred frame.</summary>
    void OnResult(LaneResult result);

    void OnEvent(SceneEvent sceneEvent);

    /// <summary>A camera's state has changed.</summary>
    void OnCamera(CameraStatus status);

    /// <summary>Something broke; said once per change, not per frame.</summary>
    void OnFault(Fault fault);
}
