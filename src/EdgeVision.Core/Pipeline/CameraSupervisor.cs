using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// One camera's capture thread: connects its source, reads frames into the pool and offers them, and after a fault
/// connects anew, for ever, with growing pauses.
/// </summary>
public sealed class CameraSupervisor : IDisposable
{
    private static readonly TimeSpan FirstFrameLimit = TimeSpan.FromSeconds(10);

    // A source whose frames came for this long was well: the next pause is short again.
    private static readonly TimeSpan WellAfter = TimeSpan.FromSeconds(10);

    private readonly CameraLane _lane;
    private readonly Func<IFrameSource> _connect;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Backoff _backoff;
    private readonly CapturePool _pool = new();
    private readonly StallWatch _watch;
    private readonly CameraAnnouncer _announcer;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;

    // Held while the watchdog cuts a connection off, and when one ends.
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private volatile IFrameSource? _source;
    private volatile ITimer? _watchdog;
    private volatile Fault? _stall;
    private long _sequence;
    private long _firstFrame;
    private long _lastFrame;

    public CameraSupervisor(CameraLane lane, Func<IFrameSource> connect, Random jitter, TimeProvider time, ILogger logger)
    {
        _lane = lane;
        _connect = connect;
        _time = time;
        _logger = logger;
        _backoff = new Backoff(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), jitter);
        _watch = new StallWatch(time);
        _stopping = _stop.Token;
        _thread = new Thread(Run) { IsBackground = true, Name = $"camera {lane.Plan.CameraId}" };
        _announcer = new CameraAnnouncer(lane, logger);
    }

    public CameraLane Lane => _lane;

    public CameraStatus Status => _announcer.Status;

    /// <summary>Completes when the source is finished in good order, or the camera was stopped.</summary>
    public Task Ended => _ended.Task;

    public void Start() => _thread.Start();

    /// <summary>Cuts the source off and ends the thread. False when that took longer than the limit.</summary>
    public bool Stop(TimeSpan limit)
    {
        _stop.Cancel();
        _source?.Abort();
        var stopped = !_thread.IsAlive || _thread.Join(limit);
        if (!stopped)
        {
            _logger.FramesLeaked(_lane.Plan.CameraId, _pool.Holders);
        }

        return stopped;
    }

    public void Dispose() => _stop.Dispose();

    private void Run()
    {
        while (!_stopping.IsCancellationRequested)
        {
            _announcer.Become(CameraState.Starting);
            var fault = Connection();
            if (fault is null || _stopping.IsCancellationRequested)
            {
                break;
            }

            if (_time.GetElapsedTime(_firstFrame, _lastFrame) > WellAfter)
            {
                _backoff.Reset();
            }

            var pause = _backoff.Next();
            _announcer.Become(CameraState.Backoff, fault, pause);
            using var timer = new PauseTimer(_time, pause);
            timer.Wait(_stopping);
        }

        _announcer.Become(CameraState.Stopped);
        _ended.TrySetResult();
    }

    /// <summary>One connection from open to end. Null when the source finished in good order.</summary>
    private Fault? Connection()
    {
        try
        {
            (_stall, _firstFrame, _lastFrame) = (null, 0, 0);
            using var source = _connect();
            _source = source;
            using var watchdog = _time.CreateTimer(_ => CutOffIfStalled(source), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watchdog = watchdog;
            watchdog.Change(StallWatch.Least, Timeout.InfiniteTimeSpan);
            var opened = source.Open(_stopping);
            _pool.Use(opened.Format);
            _lane.NoteSourceOpened(opened.HandOver);
            _watch.Expect(opened.FramesPerSecond, FirstFrameLimit);
            var status = Deliver(source, opened);
            return status == ReadStatus.End ? null : _stall ?? source.Fault ?? Unexplained(source.Description);
        }
        catch (FaultException exception)
        {
            return _stall ?? exception.Fault;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            if (_stall is { } stall)
            {
                return stall;
            }

            _logger.CaptureBug(_lane.Plan.CameraId, exception);
            return new Fault(FaultCode.Internal, Subject, $"{exception.GetType().Name}: {exception.Message}", "please report it with the log");
        }
        finally
        {
            lock (_gate)
            {
                _source = null;
            }

            _watch.EndWait();
        }
    }

    private ReadStatus Deliver(IFrameSource source, OpenedSource opened)
    {
        for (var first = true; !_stopping.IsCancellationRequested; first = false)
        {
            var rented = _pool.TryRent(out var lease);
            var status = Read(source, rented ? lease : null, seenFrame: !first, out var mediaTime);
            if (status != ReadStatus.Frame)
            {
                lease.Dispose();
                return status;
            }

            _lastFrame = _time.GetTimestamp();
            if (first)
            {
                _firstFrame = _lastFrame;
                _announcer.Become(CameraState.Online, format: opened.Format);
            }

            var stamp = new FrameStamp(_sequence++, _lastFrame, mediaTime, _time.GetUtcNow());
            if (rented)
            {
                lease.SetStamp(stamp);
                VisionPipeline.Offer(_lane, lease, _stopping);
            }
            else
            {
                _lane.Ledger.CapturedAs(FrameFate.Superseded);
            }
        }

        return ReadStatus.End;
    }

    private ReadStatus Read(IFrameSource source, FrameLease? lease, bool seenFrame, out TimeSpan mediaTime)
    {
        try
        {
            _watch.BeginWait(seenFrame);
            var status = source.Read(lease is { } room ? room.WritablePixels : _pool.Scratch(), out mediaTime);
            _watch.EndWait();
            return status;
        }
        catch
        {
            lease?.Dispose();
            throw;
        }
    }

    private void CutOffIfStalled(IFrameSource source)
    {
        var overdue = _watch.Overdue(out var again);
        lock (_gate)
        {
            // A late tick: the connection has ended meanwhile, and the next one is none of its business.
            if (_source != source || _stall is not null)
            {
                return;
            }

            // Set anew instead of ticking: a camera that works costs no more than a look in two seconds.
            if (overdue is not { } silent)
            {
                _watchdog?.Change(again, Timeout.InfiniteTimeSpan);
                return;
            }

            _stall = new Fault(
                FaultCode.SourceStalled, Subject, $"no frame for {silent.TotalSeconds:0.0} s", "connecting anew; check the camera and its cable or network");
            _announcer.Become(CameraState.Stalled, _stall);
        }

        source.Abort();
    }

    private string Subject => $"camera {_lane.Plan.CameraId}";

    private Fault Unexplained(string description) => new(FaultCode.SourceUnreadable, Subject, $"{description} ended without a reason");
}
