using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;
using EdgeVision.Service.Configuration.Plans;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Composition;

/// <summary>Everything between the pipeline and the broker.</summary>
internal sealed class MqttOutput : IAsyncDisposable
{
    private static readonly TimeSpan StopBudget = TimeSpan.FromSeconds(2);

    private readonly PayloadMessages _messages;
    private readonly WireClock _clock;
    private readonly HealthReporter _health;
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;

    /// <param name="plan">The device's.</param>
    /// <param name="lanes">The cameras as they are now, for health.</param>
    /// <param name="time">Of all messages.</param>
    /// <param name="loggers">For the parts.</param>
    /// <exception cref="Native.NativeLibraryException">libmosquitto is missing.</exception>
    public MqttOutput(DevicePlan plan, Func<IReadOnlyList<CameraLane>> lanes, TimeProvider time, ILoggerFactory loggers)
    {
        _time = time;
        _messages = new PayloadMessages(new TopicTree(plan.Mqtt.BaseTopic!));
        _clock = new WireClock(DeviceSession.Begin(plan.DeviceId), time);
        Loop = new MessagingLoop(
            plan.Mqtt, plan.Mqtt.ClientId!, new MosquittoTransport(plan.Mqtt), _messages, _clock, time, Random.Shared, loggers.CreateLogger<MessagingLoop>())
        {
            StatusChanged = status =>
            {
                if (status.State is not ConnectionState.Connecting)
                {
                    _answered.TrySetResult();
                }
            },
        };
        Sink = new MqttResultSink(Loop, _messages, _clock, time, loggers.CreateLogger<MqttResultSink>());
        _health = new HealthReporter(Loop, Sink, lanes, _messages, _clock, time, loggers.CreateLogger<HealthReporter>());
    }

    public MessagingLoop Loop { get; }

    public MqttResultSink Sink { get; }

    /// <summary>Connects, and waits a moment for the broker's first answer, so that the first detections are not lost. A broker that is away does not hold the cameras up.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Loop.Start();
        try
        {
            await _answered.Task.WaitAsync(TimeSpan.FromSeconds(3), _time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It goes on trying.
        }

        _health.Start(HealthReporter.DefaultInterval);
    }

    /// <summary>What the device is and runs, in place of what was said before.</summary>
    public void Publish(Func<WireStamp, InfoV1> info) => Loop.Publish(_messages.Info(info(_clock.Now())));

    /// <summary>Publishes what is left and says goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        _health.Dispose();
        try
        {
            await Sink.StopAsync(StopBudget).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Its thread ends with the process.
        }

        // Last, so that its counts are final.
        _health.Report();
        await Loop.StopAsync(StopBudget).ConfigureAwait(false);
        Sink.Dispose();
        Loop.Dispose();
    }
}
