using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Service.Benching;

/// <summary>Keeps where the frames' time went, and when the last one was done; allocates nothing per frame.</summary>
internal sealed class BenchSink : IResultSink
{
    private readonly LatencyWindow _prepare = new();
    private readonly LatencyWindow _queue = new();
    private readonly LatencyWindow _run = new();
    private readonly LatencyWindow _decode = new();
    private readonly LatencyWindow _interval = new();
    private readonly Lock _gate = new();
    private BenchMark _last;

    /// <summary>Median of pixels to tensor, in ms; 0 before the first frame.</summary>
    public double PrepareMs => _prepare.Percentile(.5) ?? 0;

    /// <summary>Median of what lies between tensor and run, and between run and decoding, in ms.</summary>
    public double QueueMs => _queue.Percentile(.5) ?? 0;

    /// <summary>Median of the runtime's own call, in ms.</summary>
    public double RunMs => _run.Percentile(.5) ?? 0;

    /// <summary>Median from the end of one frame to the next one's, in ms.</summary>
    public double IntervalMs => _interval.Percentile(.5) ?? 0;

    /// <summary>Median of tensor to boxes, in ms.</summary>
    public double DecodeMs => _decode.Percentile(.5) ?? 0;

    /// <summary>As of the end of the last frame, so that two of them have whole frames between them.</summary>
    public BenchMark Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    public void OnResult(LaneResult result)
    {
        _prepare.Add(result.Timings.Prepare);
        _queue.Add(result.Timings.Queue);
        _run.Add(result.Timings.Run);
        _decode.Add(result.Timings.Decode);
        lock (_gate)
        {
            var before = _last;
            _last = BenchMark.Now(before.Frames + 1);
            if (before.Frames > 0)
            {
                _interval.Add(TimeProvider.System.GetElapsedTime(before.Time, _last.Time));
            }
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
}
