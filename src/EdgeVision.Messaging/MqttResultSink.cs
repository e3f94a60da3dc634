using System.Collections.Concurrent;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Messaging.Results;
using EdgeVision.Messaging.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Messaging;

/// <summary>
/// Publishes what the pipeline finds: detections, camera states and faults. The pipeline's threads only copy; a
/// thread of its own makes the messages.
/// </summary>
public sealed class MqttResultSink : IResultSink, IDisposable
{
    private const int ResultsAtMost = 1024;
    private const int FaultsAtMost = 256;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly MessagingLoop _loop;
    private readonly PayloadMessages _messages;
    private readonly WireClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResultRing _results = new(ResultsAtMost);
    private readonly ConcurrentDictionary<string, CameraFeed> _feeds = new(StringComparer.Ordinal);
    private readonly Queue<(Fault Fault, WireStamp Stamp, long Seq)> _faults = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;
    private long _faultSeq;

    /// <summary>Starts at once.</summary>
    public MqttResultSink(
        MessagingLoop loop, PayloadMessages messages, WireClock clock, TimeProvider time, ILogger<MqttResultSink> logger)
    {
        _loop = loop;
        _messages = messages;
        _clock = clock;
        _time = time;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "mqtt-results" };
        _thread.Start();
    }

    /// <summary>Fault records so far.</summary>
    public long Faults => Interlocked.Read(ref _faultSeq);

    public void OnResult(LaneResult result)
    {
        if (!_results.Put(result, FeedOf(result.CameraId)))
        {
            _loop.NoteDropped(DropReason.QueueFull);
        }

        _ = _work.Set();
    }

    /// <summary>Events are not published yet: they need the durable outbox.</summary>
    public void OnEvent(SceneEvent sceneEvent)
    {
    }

    public void OnCamera(CameraStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        FeedOf(status.CameraId).Note(status);
        _ = _work.Set();
    }

    public void OnFault(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var stamp = _clock.Now();
        lock (_faults)
        {
            // Numbered and queued in one step, so that the numbers' order is the queue's.
            _faults.Enqueue((fault, stamp, Interlocked.Increment(ref _faultSeq) - 1));
            if (_faults.Count > FaultsAtMost)
            {
                _ = _faults.Dequeue();
                _loop.NoteDropped(DropReason.QueueFull);
            }
        }

        _ = _work.Set();
    }

    /// <summary>Publishes what waits and ends the thread. Call it after the pipeline has stopped, before the loop does.</summary>
    public async Task StopAsync(TimeSpan budget)
    {
        _stopping = true;
        _ = _work.Set();
        await _ended.Task.WaitAsync(budget, _time).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _stopping = true;
        _ = _work.Set();
    }

    private CameraFeed FeedOf(string camera) => _feeds.GetOrAdd(camera, static (id, time) => new CameraFeed(id, time), _time);

    private void Run()
    {
        var last = false;
        while (!last)
        {
            // Read before the work, so that what was put before the stop is still published.
            last = _stopping;
            try
            {
                PublishWhatWaits();
            }
            catch (Exception bug)
            {
                _logger.SinkBug(bug);
            }

            if (!last)
            {
                _ = _work.WaitOne(Tick);
            }
        }

        _ = _ended.TrySetResult();
    }

    private void PublishWhatWaits()
    {
        while (_results.Take() is { } result)
        {
            _ = _loop.Publish(_messages.Detections(DetectionPayload.Of(result, _clock.At(result.Stamp))));
            result.Feed.Note(DetectionPayload.Counts(result));
        }

        while (TakeFault() is { } fault)
        {
            _ = _loop.Publish(fault);
        }

        foreach (var (_, feed) in _feeds)
        {
            if (feed.TakeDueState(_clock.Now()) is { } state)
            {
                _ = _loop.Publish(_messages.CameraState(state));
            }
        }
    }

    private MqttMessage? TakeFault()
    {
        lock (_faults)
        {
            return _faults.TryDequeue(out var next) ? _messages.Fault(Record(next.Fault, next.Stamp, next.Seq)) : null;
        }
    }

    private static FaultV1 Record(Fault fault, WireStamp stamp, long seq) => new(stamp)
    {
        Seq = seq,
        Code = SnakeCase.Of(fault.Code),
        Subject = fault.Subject,
        What = fault.What,
        Remedy = SnakeCase.NullIfEmpty(fault.Remedy),
        Tail = SnakeCase.NullIfEmpty(fault.Tail),
        Origin = fault.Origin is { } origin ? FaultOriginV1.Of(origin) : null,
    };
}
