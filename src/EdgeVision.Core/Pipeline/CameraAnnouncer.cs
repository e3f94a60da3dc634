using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core.Pipeline;

/// <summary>Keeps a camera's state, and tells the log and the sinks of each change in the order in which they happen.</summary>
internal sealed class CameraAnnouncer(CameraLane lane, ILogger logger)
{
    // Capture thread and watchdog both change the state.
    private readonly Lock _gate = new();
    private Fault? _said;
    private int _connections;

    public CameraStatus Status { get; private set; } = new(lane.Plan.CameraId, CameraState.Stopped);

    public void Become(CameraState state, Fault? fault = null, TimeSpan? retryIn = null, FrameFormat? format = null)
    {
        lock (_gate)
        {
            if (state == CameraState.Starting)
            {
                _connections++;
            }

            Status = new CameraStatus(lane.Plan.CameraId, state, fault, retryIn, format ?? Status.Format, Math.Max(0, _connections - 1));
            var news = IsNews(state, fault);
            Log(state, fault, retryIn, news);
            foreach (var sink in lane.Sinks)
            {
                Tell(sink, state == CameraState.Backoff && news ? fault : null);
            }
        }
    }

    private void Tell(IResultSink sink, Fault? fault)
    {
        try
        {
            sink.OnCamera(Status);
            if (fault is not null)
            {
                sink.OnFault(fault);
            }
        }
        catch (Exception exception)
        {
            // On this thread it would end the process, and every other camera with it.
            logger.SinkBug(lane.Plan.CameraId, exception);
        }
    }

    /// <summary>A camera that is away says so once, not at each attempt: only another reason, or its return, is news.</summary>
    private bool IsNews(CameraState state, Fault? fault)
    {
        var news = fault is null ? _said is null || state != CameraState.Starting : !fault.SaysTheSameAs(_said);
        if (state is CameraState.Backoff or CameraState.Online)
        {
            _said = fault;
        }

        return news;
    }

    private void Log(CameraState state, Fault? fault, TimeSpan? retryIn, bool news)
    {
        var level = (news, fault) switch { (false, _) => LogLevel.Debug, (true, null) => LogLevel.Information, _ => LogLevel.Warning };
        if (fault is null)
        {
            logger.CameraIs(level, lane.Plan.CameraId, state);
        }
        else if (retryIn is { } pause)
        {
            logger.CameraFaulted(level, lane.Plan.CameraId, state, fault, pause.TotalSeconds);
        }
        else
        {
            logger.CameraStalled(level, lane.Plan.CameraId, state, fault);
        }
    }
}
