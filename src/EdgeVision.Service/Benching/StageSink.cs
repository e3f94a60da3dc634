using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Service.Benching;

/// <summary>Keeps the latest stage timings, for medians; allocates nothing per frame.</summary>
internal sealed class StageSink : IResultSink
{
    private readonly LatencyWindow _prepare = new();
    private readonly LatencyWindow _decode = new();

    /// <summary>Median of pixels to tensor, in ms; 0 before the first frame.</summary>
    public double PrepareMs => _prepare.Percentile(.5) ?? 0;

    /// <summary>Median of tensor to boxes, in ms; 0 before the first frame.</summary>
    public double DecodeMs => _decode.Percentile(.5) ?? 0;

    public void OnResult(LaneResult result)
    {
        _prepare.Add(result.Timings.Prepare);
        _decode.Add(result.Timings.Decode);
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
}
