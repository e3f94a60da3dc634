using System.Collections.Concurrent;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Testing;

/// <summary>Keeps what it is told.</summary>
public sealed class RecordingSink : IResultSink
{
    public ConcurrentQueue<long> Sequences { get; } = new();

    public ConcurrentQueue<CameraStatus> Cameras { get; } = new();

    public ConcurrentQueue<Fault> Faults { get; } = new();

    public int Results => Sequences.Count;

    public void OnResult(LaneResult result) => Sequences.Enqueue(result.Stamp.Sequence);

    public void OnEvent(SceneEvent sceneEvent)
    {
    }

    public void OnCamera(CameraStatus status) => Cameras.Enqueue(status);

    public void OnFault(Fault fault) => Faults.Enqueue(fault);
}
