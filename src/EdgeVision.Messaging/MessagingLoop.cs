using EdgeVision.Core.Faults;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Messaging.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Messaging;

/// <summary>
/// Keeps the device connected to its broker, for ever, and publishes what it is given: one thread that owns the
/// transport. Callers never wait. The device is online, offline (last will) or stopped on the status topic.
/// </summary>
public sealed class MessagingLoop : IDisposable
{
    // The library looks after keep-alive pings in whole seconds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StoppingWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeldAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(1);

    private readonly string _broker;
    private readonly string _clientId;
    private readonly IMqttTransport _transport;
    private readonly PayloadMessages _messages;
    private readonly WireClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Backoff _backoff;
    private readonly Outbound _outbound;
    private readonly Subscriptions _subscriptions;
    private readonly HashSet<string> _rejectedTopics = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ConnectionStatus _status = new(ConnectionState.Offline);
    private volatile bool _stopping;
    private volatile bool _sayGoodbye;
    private long _stopBy;
    private long _onlineSince;
    private int _subscribed;
    private long _connections;
    private Thread? _thread;

    /// <param name="options">Where the broker is and how long queues may get.</param>
    /// <param name="clientId">Client id at the broker.</param>
    /// <param name="transport">Owned by the loop from now on.</param>
    /// <param name="messages">Makes the status messages.</param>
    /// <param name="clock">Stamps them.</param>
    /// <param name="time">Measures pauses and limits.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="logger">Told once per change.</param>
    public MessagingLoop(
        MqttOptions options, string clientId, IMqttTransport transport, PayloadMessages messages, WireClock clock,
        TimeProvider time, Random random, ILogger<MessagingLoop> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _broker = $"{options.Host}:{options.Port}";
        _clientId = clientId;
        _transport = transport;
        _messages = messages;
        _clock = clock;
        _time = time;
        _logger = logger;
        _backoff = new Backoff(options.ReconnectFirst, options.ReconnectCeiling, random);
        _outbound = new Outbound(options.LiveQueue, options.FaultQueue, options.MaxInFlight);
        _subscriptions = new Subscriptions(logger);
    }

    /// <summary>Told of each change, on the loop's thread; must return at once.</summary>
    public Action<ConnectionStatus>? StatusChanged { get; set; }

    public ConnectionStatus Status => _status;

    /// <summary>Connections made after the first.</summary>
    public long Reconnects => Math.Max(0, Interlocked.Read(ref _connections) - 1);

    public MqttCounters Counters => _outbound.Read();

    /// <summary>Starts the thread. Once.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "mqtt" };
        _thread.Start();
    }

    /// <summary>
    /// Publishes a message when there is a broker; from any thread, never waiting. Retained: the newest of a topic,
    /// again at each connection. QoS 1: kept in a bounded queue until acknowledged. QoS 0: only while online.
    /// </summary>
    /// <returns>False when it was dropped at once, which is counted.</returns>
    public bool Publish(MqttMessage message)
    {
        if (!_outbound.Offer(message))
        {
            return false;
        }

        _transport.Wake();
        return true;
    }

    /// <summary>Books a message that was given up before it was even made.</summary>
    public void NoteDropped(DropReason reason) => _outbound.NoteDropped(reason);

    /// <summary>Asks for messages, now and at each connection. The handler runs on the loop's thread and must return at once.</summary>
    public void Subscribe(string filter, Action<MqttMessage> handler)
    {
        _subscriptions.Add(filter, handler);
        _transport.Wake();
    }

    /// <summary>Sends what waits and the word "stopped", says goodbye, and ends the thread, all within the budget.</summary>
    public async Task StopAsync(TimeSpan budget)
    {
        if (_stopping || _thread is null)
        {
            return;
        }

        _outbound.CloseEntrance(StatusMessage("stopped"));
        Volatile.Write(ref _stopBy, _time.GetTimestamp() + (long)(budget.TotalSeconds * _time.TimestampFrequency));
        _sayGoodbye = true;
        _stopping = true;
        _transport.Wake();
        try
        {
            await _ended.Task.WaitAsync(budget + FarewellLimit, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Stuck in a name look-up or a connect, which nothing can interrupt; the thread ends with the process.
            _logger.StopOverran(_broker, budget);
        }
    }

    /// <summary>Without <see cref="StopAsync"/> before it, ends without a goodbye: the broker publishes the last will.</summary>
    public void Dispose()
    {
        if (_thread is null)
        {
            _transport.Dispose();
        }
        else if (!_ended.Task.IsCompleted)
        {
            _stopping = true;
            _transport.Wake();
        }
    }

    private void Run()
    {
        try
        {
            while (!_stopping)
            {
                RunOneConnection();
            }
        }
        finally
        {
            _outbound.GiveUp();
            Change(new ConnectionStatus(ConnectionState.Stopped));
            _transport.Dispose();
            _ = _ended.TrySetResult();
        }
    }

    /// <summary>Connects, serves until the connection ends, and waits the pause before the next.</summary>
    private void RunOneConnection()
    {
        ConnectionStatus end;
        try
        {
            end = Connect() ?? Serve();
            ResetBackoffIfItHeld();
        }
        catch (TransportException error)
        {
            end = new ConnectionStatus(ConnectionState.Offline, error.Message);
        }
        catch (Exception bug)
        {
            _logger.LoopBug(bug);
            end = new ConnectionStatus(ConnectionState.Offline, bug.Message);
        }

        _outbound.Lost();
        _transport.Close();
        if (!_stopping)
        {
            Pause(end);
        }
    }

    /// <summary>Null when the broker has accepted us, else why not.</summary>
    private ConnectionStatus? Connect()
    {
        Change(_status with { State = ConnectionState.Connecting, RetryIn = null });
        _transport.Connect(_clientId, StatusMessage("offline"));
        var began = _time.GetTimestamp();
        while (!_stopping)
        {
            _transport.Pump(LongestWait);
            while (_transport.TryTake(out var happened))
            {
                switch (happened.Kind)
                {
                    case TransportEventKind.Accepted:
                        Accepted(happened.ReceiveMaximum);
                        return null;
                    case TransportEventKind.Refused:
                        return new ConnectionStatus(ConnectionState.Refused, happened.Reason);
                    case TransportEventKind.Closed:
                        return new ConnectionStatus(ConnectionState.Offline, happened.Reason);
                }
            }

            if (_time.GetElapsedTime(began) > AnswerLimit)
            {
                return new ConnectionStatus(
                    ConnectionState.Offline, $"no answer to CONNECT within {AnswerLimit.TotalSeconds} s; is it an MQTT broker?");
            }
        }

        return new ConnectionStatus(ConnectionState.Stopped);
    }

    private void Accepted(int receiveMaximum)
    {
        _onlineSince = _time.GetTimestamp();
        _ = Interlocked.Increment(ref _connections);
        _subscribed = 0;

        // The first of the retained values, so that it is the first to arrive. Not taken any more when stopping.
        _ = _outbound.Offer(StatusMessage("online"));
        _outbound.Connected(receiveMaximum);
        _logger.BrokerOnline(_broker, receiveMaximum);
        Change(new ConnectionStatus(ConnectionState.Online));
    }

    /// <summary>Works until the connection ends; says why it did.</summary>
    private ConnectionStatus Serve()
    {
        while (true)
        {
            SubscribeNew();
            _outbound.HandOver(_transport);
            if (_stopping && (!_sayGoodbye || _outbound.IsEmpty || _time.GetTimestamp() > Volatile.Read(ref _stopBy)))
            {
                SayGoodbye();
                return new ConnectionStatus(ConnectionState.Stopped);
            }

            _transport.Pump(_stopping ? StoppingWait : LongestWait);
            if (TakeEvents() is { } reason)
            {
                return new ConnectionStatus(ConnectionState.Offline, reason);
            }
        }
    }

    /// <summary>Why the connection ended; null while it is well.</summary>
    private string? TakeEvents()
    {
        while (_transport.TryTake(out var happened))
        {
            switch (happened.Kind)
            {
                case TransportEventKind.Published:
                    NoteRejected(_outbound.Published(happened.Token, happened.Failed), happened.Reason);
                    break;
                case TransportEventKind.Received:
                    _subscriptions.Deliver(happened.Message!);
                    break;
                case TransportEventKind.Subscribed when happened.Failed:
                    _logger.SubscriptionRefused(happened.Reason);
                    break;
                case TransportEventKind.Closed or TransportEventKind.Refused:
                    return happened.Reason;
            }
        }

        return null;
    }

    private void NoteRejected(MqttMessage? message, string reason)
    {
        if (message is not null && _rejectedTopics.Add(message.Topic))
        {
            _logger.TopicRejected(message.Topic, reason);
        }
    }

    private void SubscribeNew()
    {
        foreach (var filter in _subscriptions.FiltersFrom(_subscribed))
        {
            _transport.Subscribe(filter);
            _subscribed++;
        }
    }

    private void SayGoodbye()
    {
        if (!_sayGoodbye)
        {
            return;
        }

        _transport.Disconnect();
        var began = _time.GetTimestamp();
        while (TakeEvents() is null && _time.GetElapsedTime(began) < FarewellLimit)
        {
            _transport.Pump(StoppingWait);
        }
    }

    /// <summary>A broker that accepts us and soon throws us out (another client with our id) must not be fought.</summary>
    private void ResetBackoffIfItHeld()
    {
        if (_status.State == ConnectionState.Online && _time.GetElapsedTime(_onlineSince) > HeldAfter)
        {
            _backoff.Reset();
        }
    }

    private void Pause(ConnectionStatus end)
    {
        var pause = _backoff.Next();
        Change(end with { RetryIn = pause });
        var began = _time.GetTimestamp();
        while (!_stopping && pause - _time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            _transport.Pump(left < LongestWait ? left : LongestWait);
        }
    }

    /// <summary>Connecting keeps the reason of the failure before, so that a log is written once per change of mind.</summary>
    private void Change(ConnectionStatus next)
    {
        var before = _status;
        _status = next;
        if (next.State is ConnectionState.Offline or ConnectionState.Refused && next.Reason != before.Reason)
        {
            _logger.BrokerAway(_broker, next.State, next.Reason);
        }

        if (next != before)
        {
            StatusChanged?.Invoke(next);
        }
    }

    private MqttMessage StatusMessage(string status) =>
        _messages.Status(new StatusV1(_clock.Now()) { Status = status });
}
