using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Payloads;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Messaging;

/// <summary>Publishes the books of cameras, memory and messages, regularly.</summary>
public sealed class HealthReporter : IDisposable
{
    private readonly MessagingLoop _loop;
    private readonly MqttResultSink _sink;
    private readonly Func<IReadOnlyList<CameraLane>> _lanes;
    private readonly PayloadMessages _messages;
    private readonly WireClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _started;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LedgerReading> _before = new(StringComparer.Ordinal);
    private long _beforeAt;
    private ITimer? _timer;

    /// <summary><paramref name="lanes"/> gives the cameras as they are now.</summary>
    public HealthReporter(
        MessagingLoop loop, MqttResultSink sink, Func<IReadOnlyList<CameraLane>> lanes, PayloadMessages messages,
        WireClock clock, TimeProvider time, ILogger<HealthReporter> logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        _loop = loop;
        _sink = sink;
        _lanes = lanes;
        _messages = messages;
        _clock = clock;
        _time = time;
        _logger = logger;
        _started = time.GetTimestamp();
    }

    /// <summary>How often, unless asked otherwise.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The first report comes at once.</summary>
    public void Start(TimeSpan interval) => _timer ??= _time.CreateTimer(_ => Report(), null, TimeSpan.Zero, interval);

    /// <summary>Publishes one report now; also the last one before a stop.</summary>
    public void Report()
    {
        try
        {
            _ = _loop.Publish(_messages.Health(Read()));
        }
        catch (Exception bug)
        {
            // On a timer's thread nobody else would catch it.
            _logger.SinkBug(bug);
        }
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>The books now. Rates are since the reading before.</summary>
    public HealthV1 Read()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            var since = _beforeAt == 0 ? TimeSpan.Zero : _time.GetElapsedTime(_beforeAt, now);
            var cameras = _lanes().Select(lane => Camera(lane, since)).ToArray();
            _beforeAt = now;
            return new HealthV1(_clock.Now())
            {
                UptimeS = Math.Round(_time.GetElapsedTime(_started, now).TotalSeconds, 1),
                Cameras = cameras,
                Memory = new HealthMemoryV1(Environment.WorkingSet, GC.GetTotalMemory(false), GC.CollectionCount(0)),
                Mqtt = Mqtt(_loop.Counters),
                Faults = _sink.Faults,
            };
        }
    }

    private HealthCameraV1 Camera(CameraLane lane, TimeSpan since)
    {
        var id = lane.Plan.CameraId;
        var books = lane.Ledger.Read();
        var before = _before.GetValueOrDefault(id);
        _before[id] = books;
        return new HealthCameraV1
        {
            Camera = id,
            Captured = books.Captured,
            Fates = Fates(books),
            InSlot = books.InSlot,
            InFlight = books.InFlight,
            CapturedFps = Rate(books.Captured, before?.Captured, since),
            InferredFps = Rate(books[FrameFate.Inferred], before?[FrameFate.Inferred], since),
            LatencyMs = Latency(lane.Latency),
        };
    }

    private static HealthFatesV1 Fates(LedgerReading books) => new(
        books[FrameFate.Inferred], books[FrameFate.Predicted], books[FrameFate.Still], books[FrameFate.OverBudget],
        books[FrameFate.Superseded], books[FrameFate.Stale], books[FrameFate.Failed], books[FrameFate.Off]);

    private static HealthLatencyV1? Latency(LatencyWindow window) =>
        window.Percentile(0.5) is { } p50 && window.Percentile(0.95) is { } p95 && window.Percentile(0.99) is { } p99
            ? new HealthLatencyV1(Math.Round(p50, 3), Math.Round(p95, 3), Math.Round(p99, 3))
            : null;

    private static double? Rate(long now, long? before, TimeSpan since) =>
        before is { } earlier && since > TimeSpan.Zero ? Math.Round((now - earlier) / since.TotalSeconds, 2) : null;

    private HealthMqttV1 Mqtt(MqttCounters books) => new(
        books.Offered, books.Published, books.Acked, books.Resent, books.Queued, books.InFlight, _loop.Reconnects,
        new HealthDroppedV1(
            books[DropReason.Offline], books[DropReason.QueueFull], books[DropReason.TooLarge],
            books[DropReason.Rejected], books[DropReason.Stopping]));
}
