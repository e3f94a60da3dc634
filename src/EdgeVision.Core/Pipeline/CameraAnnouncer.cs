using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// Tells sinks and log of a camera's states. One that is away says so once, not at each attempt: only another reason,
/// or its return, is news.
/// </summary>
internal sealed class CameraAnnouncer(CameraLane lane, ILogger logger)
{
    private Fault? _said;

    public void Announce(CameraStatus status)
    {
        var news = IsNews(status);
        Log(status, news);
        var fault = news && status.State == CameraState.Backoff ? status.Fault : null;
        foreach (var sink in lane.Sinks)
        {
            Tell(sink, status, fault);
        }
    }

    private void Tell(IResultSink sink, CameraStatus status, Fault? fault)
    {
        try
        {
            sink.OnCamera(status);
            if (fault is not null)
            {
                sink.OnFault(fault);
            }
        }
        catch (Exception exception)
        {
            // On the capture thread it would end the process, and every other camera with it.
            logger.SinkBug(status.CameraId, exception);
        }
    }

    private bool IsNews(CameraStatus status)
    {
        var news = status.Fault is null ? _said is null || status.State != CameraState.Starting : !status.Fault.SaysTheSameAs(_said);
        if (status.State is CameraState.Backoff or CameraState.Online)
        {
            _said = status.Fault;
        }

        return news;
    }

    private void Log(CameraStatus status, bool news)
    {
        var level = (news, status.Fault) switch { (false, _) => LogLevel.Debug, (true, null) => LogLevel.Information, _ => LogLevel.Warning };
        if (status.Fault is not { } fault)
        {
            logger.CameraIs(level, status.CameraId, status.State);
        }
        else if (status.RetryIn is { } pause)
        {
            logger.CameraFaulted(level, status.CameraId, status.State, fault, pause.TotalSeconds);
        }
        else
        {
            logger.CameraStalled(level, status.CameraId, status.State, fault);
        }
    }
}
