using EdgeVision.Native.Mosquitto;

namespace EdgeVision.Messaging.Transport;

/// <summary>
/// <see cref="IMqttTransport"/> on libmosquitto. Each connection is a new client of the library, because its own
/// queue outlives a connection: what is still unacknowledged is then ours alone to send again.
/// </summary>
public sealed class MosquittoTransport : IMqttTransport
{
    private readonly MqttOptions _options;
    private readonly EventSignal _wake;
    private readonly Queue<TransportEvent> _events = new();
    private MosquittoClient? _client;
    private BrokerLimits? _limits;

    /// <exception cref="Native.NativeLibraryException">libmosquitto is missing or too old.</exception>
    public MosquittoTransport(MqttOptions options)
    {
        _options = options;
        _ = MosquittoLibrary.Load();
        _wake = new EventSignal();
    }

    public void Connect(string clientId, MqttMessage lastWill)
    {
        ArgumentNullException.ThrowIfNull(lastWill);
        Close();
        var settings = new MosquittoSettings(clientId)
        {
            UserName = _options.Username,
            Password = ConnectionFiles.ReadPassword(_options),
            Will = lastWill.ToNative(),
            Tls = ConnectionFiles.ReadTls(_options),
            SendMaximum = _options.MaxInFlight,
        };

        try
        {
            _client = new MosquittoClient(settings);
            _client.Connect(_options.Host, _options.Port, _options.KeepAlive);
        }
        catch (MosquittoException error)
        {
            Close();
            throw new TransportException(error.Message, error);
        }
    }

    public PublishOutcome Publish(MqttMessage message, out int token)
    {
        ArgumentNullException.ThrowIfNull(message);
        token = 0;
        if (_client is not { IsOpen: true })
        {
            return PublishOutcome.NoConnection;
        }

        // A broker without QoS 1 or retained messages gets what it takes.
        var qos = Math.Min(message.Qos, _limits?.MaximumQos ?? 0);
        var retain = message.Retain && _limits?.RetainAvailable == true;
        try
        {
            var status = _client.Publish(message.ToNative() with { Qos = qos, Retain = retain }, out token);
            return OutcomeOf(status, qos);
        }
        catch (MosquittoException)
        {
            return PublishOutcome.Invalid;
        }
    }

    public void Subscribe(string filter)
    {
        if (_client is null)
        {
            throw new TransportException("there is no connection");
        }

        try
        {
            _ = _client.Subscribe(filter, 1);
        }
        catch (MosquittoException error)
        {
            throw new TransportException($"cannot subscribe to '{filter}': {error.Message}", error);
        }
    }

    public void Disconnect() => _client?.Disconnect();

    public void Close()
    {
        _client?.Dispose();
        _client = null;
        _limits = null;
        _events.Clear();
    }

    public void Pump(TimeSpan wait)
    {
        if (_client is null)
        {
            _ = _wake.Wait(wait);
            return;
        }

        // A publish may have brought events of its own.
        TakeEvents(_client);
        _client.Step(_wake, _events.Count > 0 ? TimeSpan.Zero : wait);
        TakeEvents(_client);
    }

    public bool TryTake(out TransportEvent happened) => _events.TryDequeue(out happened);

    public void Wake()
    {
        try
        {
            _wake.Set();
        }
        catch (ObjectDisposedException)
        {
            // A last message offered while the loop ends: nobody waits any more.
        }
    }

    public void Dispose()
    {
        Close();
        _wake.Dispose();
    }

    private void TakeEvents(MosquittoClient client)
    {
        while (client.TryTake(out var happened))
        {
            _limits = happened.Limits ?? _limits;
            _events.Enqueue(happened.ToTransport());
        }
    }

    private static PublishOutcome OutcomeOf(MosquittoStatus status, int qos) => status switch
    {
        MosquittoStatus.OversizePacket or MosquittoStatus.PayloadSize => PublishOutcome.TooLarge,
        MosquittoStatus.Invalid or MosquittoStatus.MalformedUtf8 or MosquittoStatus.QosNotSupported
            or MosquittoStatus.RetainNotSupported => PublishOutcome.Invalid,
        MosquittoStatus.Success => PublishOutcome.Handed,

        // QoS 1: the library has queued it in spite of the error, and may have put it on the wire.
        _ => qos > 0 ? PublishOutcome.Handed : PublishOutcome.NoConnection,
    };
}
