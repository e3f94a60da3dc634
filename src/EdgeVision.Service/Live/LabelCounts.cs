using System.Collections.Concurrent;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Service.Live;

/// <summary>Counts detections by camera and label, for whoever watches the console.</summary>
public sealed class LabelCounts : IResultSink
{
    private readonly ConcurrentDictionary<(string Camera, string Label), long> _counts = new();

    public void OnResult(LaneResult result)
    {
        foreach (var detection in result.Detections)
        {
            _counts.AddOrUpdate((result.CameraId, result.Labels[detection.ClassId]), 1, static (_, count) => count + 1);
        }
    }

    public void OnEvent(SceneEvent sceneEvent)
    {
    }

    public void OnCamera(CameraStatus status)
    {
    }

    public void OnFault(Fault fault)
    {
    }

    /// <summary>Detections so far of one camera, by label.</summary>
    public IReadOnlyDictionary<string, long> Of(string camera) =>
        _counts.Where(pair => pair.Key.Camera == camera).ToDictionary(pair => pair.Key.Label, pair => pair.Value);
}
