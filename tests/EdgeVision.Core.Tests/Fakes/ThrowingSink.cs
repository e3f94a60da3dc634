using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>Breaks the rule that a sink never throws.</summary>
public sealed class ThrowingSink : IResultSink
{
    public void OnResult(LaneResult result) => throw new InvalidOperationException("a bug");

    public void OnEvent(SceneEvent sceneEvent) => throw new InvalidOperationException("a bug");

    public void OnCamera(CameraStatus status) => throw new InvalidOperationException("a bug");

    public void OnFault(Fault fault) => throw new InvalidOperationException("a bug");
}
