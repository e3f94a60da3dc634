using EdgeVision.Messaging.Payloads;
using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Messaging.Tests.Fakes;

/// <summary>A messaging loop for device "yard", with pauses short enough for tests.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly List<ConnectionStatus> _statuses = [];

    internal Rig(MqttOptions options, IMqttTransport? transport = null)
    {
        Session = DeviceSession.Begin("yard");
        Clock = new WireClock(Session, TimeProvider.System);
        Messages = new PayloadMessages(Topics);
        Loop = new MessagingLoop(
            options, options.ClientId ?? TopicTree.DefaultClientId("yard"), transport ?? new MosquittoTransport(options),
            Messages, Clock, TimeProvider.System, new Random(1), NullLogger<MessagingLoop>.Instance)
        {
            StatusChanged = status =>
            {
                lock (_statuses)
                {
                    _statuses.Add(status);
                }
            },
        };
    }

    internal DeviceSession Session { get; }

    internal WireClock Clock { get; }

    internal TopicTree Topics { get; } = new("edgevision/yard");

    internal PayloadMessages Messages { get; }

    internal MessagingLoop Loop { get; }

    internal TimeSpan StopBudget { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Every change so far.</summary>
    internal IReadOnlyList<ConnectionStatus> Statuses
    {
        get
        {
            lock (_statuses)
            {
                return [.. _statuses];
            }
        }
    }

    internal static MqttOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        ReconnectFirst = TimeSpan.FromMilliseconds(50),
        ReconnectCeiling = TimeSpan.FromMilliseconds(200),
    };

    internal static async Task<Rig> Online(MqttOptions options)
    {
        var rig = new Rig(options);
        rig.Loop.Start();
        await rig.Becomes(ConnectionState.Online);
        return rig;
    }

    internal Task Becomes(ConnectionState state) =>
        Eventually.Holds(() => Loop.Status.State == state, otherwise: () => Loop.Status.ToString());

    internal bool Saw(ConnectionState state) => Statuses.Any(status => status.State == state);

    /// <summary>A numbered message that must arrive.</summary>
    internal MqttMessage Fault(long seq) => Messages.Fault(new FaultV1(Clock.Now())
    {
        Seq = seq,
        Code = "internal",
        Subject = "test",
        What = $"number {seq}",
    });

    internal Task Drained() => Eventually.Holds(
        () => Loop.Counters is { Queued: 0, InFlight: 0 }, otherwise: () => Loop.Counters.ToString());

    public async ValueTask DisposeAsync() => await Loop.StopAsync(StopBudget);
}
