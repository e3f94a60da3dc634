using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>
/// One MQTT 5 connection through libmosquitto, from its opening to its end; a new connection is a new client.
/// All calls from one thread, which drives it by <see cref="Step"/>. The library queues without limit what it cannot
/// send, so the caller must stay within <see cref="BrokerLimits.ReceiveMaximum"/> and publish only while it is open.
/// Version 2.0.11 as Debian builds it ends the process (an assertion in its log__printf) when a broker sends a
/// property that MQTT 5 does not define; no broker does so in good faith, and TLS keeps others off the wire.
/// </summary>
public sealed class MosquittoClient : IDisposable
{
    // libmosquitto looks in a folder of hashed certificates; this is Debian's.
    private const string SystemAuthorities = "/etc/ssl/certs";

    private readonly MosquittoInbox _inbox = new();
    private readonly MosquittoHandle _handle;

    /// <exception cref="MosquittoException">A setting is not accepted, or a TLS file cannot be read.</exception>
    /// <exception cref="NativeLibraryException">libmosquitto is missing or too old.</exception>
    public MosquittoClient(MosquittoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _ = MosquittoLibrary.Load();
        _handle = MosquittoHandle.Create(settings.ClientId, _inbox);
        try
        {
            MosquittoCallbacks.Register(_handle);
            Check(Libmosquitto.mosquitto_int_option(_handle, Option.ProtocolVersion, Option.Mqtt5));
            Check(Libmosquitto.mosquitto_int_option(_handle, Option.SendMaximum, settings.SendMaximum));
            Check(Libmosquitto.mosquitto_int_option(_handle, Option.TcpNoDelay, 1));
            Check(Libmosquitto.mosquitto_username_pw_set(_handle, settings.UserName, settings.Password));
            SetWill(settings.Will);
            SetTls(settings.Tls);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a socket; false after <see cref="MosquittoEventKind.Closed"/>.</summary>
    public bool IsOpen => !_inbox.Closed && Libmosquitto.mosquitto_socket(_handle) >= 0;

    /// <summary>
    /// Opens the socket and sends CONNECT. Blocks while the name is looked up and the network tries, each address in
    /// turn. The broker's answer comes as Accepted or Refused.
    /// </summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">1..65535.</param>
    /// <param name="keepAlive">Longest silence on the wire, whole seconds, 5 s to 65535 s.</param>
    /// <exception cref="MosquittoException">The network said no.</exception>
    public void Connect(string host, int port, TimeSpan keepAlive)
    {
        var status = Libmosquitto.mosquitto_connect_bind_v5(_handle, host, port, (int)keepAlive.TotalSeconds, null, 0);
        Check(status, Marshal.GetLastPInvokeError());
    }

    /// <summary>
    /// Waits until the connection or the signal has something, at most the given time, and does what is to be done.
    /// Once the connection is closed it only waits.
    /// </summary>
    public void Step(EventSignal wake, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(wake);
        if (!IsOpen)
        {
            NoteClosed(0, 0);
            _ = wake.Wait(wait);
            return;
        }

        var ready = wake.Poll(
            Libmosquitto.mosquitto_socket(_handle), Libmosquitto.mosquitto_want_write(_handle), wait);
        var status = 0;
        var systemError = 0;
        if (ready.Readable)
        {
            status = Libmosquitto.mosquitto_loop_read(_handle, 1);
            systemError = Marshal.GetLastPInvokeError();
        }

        if (status == 0 && ready.Writable && IsOpen)
        {
            status = Libmosquitto.mosquitto_loop_write(_handle, 1);
            systemError = Marshal.GetLastPInvokeError();
        }

        if (status == 0 && IsOpen)
        {
            status = Libmosquitto.mosquitto_loop_misc(_handle);
        }

        ThrowCallbackBug();
        if (status != 0 || !IsOpen)
        {
            NoteClosed(status, systemError);
        }
    }

    /// <summary>The next thing that happened, in order.</summary>
    public bool TryTake(out MosquittoEvent happened) => _inbox.TryTake(out happened);

    /// <summary>
    /// Hands one message to the library. For QoS 1 only the PUBACK says what became of it: the library keeps such a
    /// message even when it returns an error.
    /// </summary>
    /// <param name="message">QoS 0 or 1.</param>
    /// <param name="messageId">Comes back with the Published event.</param>
    public MosquittoStatus Publish(MosquittoMessage message, out int messageId)
    {
        ArgumentNullException.ThrowIfNull(message);
        var properties = PropertyList.Of(message);
        try
        {
            int status;
            unsafe
            {
                fixed (byte* payload = message.Payload.Span)
                {
                    status = Libmosquitto.mosquitto_publish_v5(
                        _handle, out messageId, message.Topic, message.Payload.Length, payload, message.Qos, message.Retain,
                        properties.Pointer);
                }
            }

            ThrowCallbackBug();
            return (MosquittoStatus)status;
        }
        finally
        {
            properties.Dispose();
        }
    }

    /// <summary>Asks for the topics of a filter; the answer comes as a Subscribed event.</summary>
    /// <exception cref="MosquittoException">The filter is not valid, or the connection is gone.</exception>
    public int Subscribe(string filter, int qos)
    {
        Check(Libmosquitto.mosquitto_subscribe_v5(_handle, out var messageId, filter, qos, 0, 0));
        return messageId;
    }

    /// <summary>Says goodbye, so that the broker forgets the will. <see cref="Step"/> until Closed to be sure it left.</summary>
    public void Disconnect() => _ = Libmosquitto.mosquitto_disconnect_v5(_handle, 0, 0);

    /// <summary>Closes the socket without a word if it is still open: the broker publishes the will.</summary>
    public void Dispose() => _handle.Dispose();

    private unsafe void SetWill(MosquittoMessage? will)
    {
        if (will is null)
        {
            return;
        }

        var properties = PropertyList.Of(will);
        try
        {
            fixed (byte* payload = will.Payload.Span)
            {
                Check(Libmosquitto.mosquitto_will_set_v5(
                    _handle, will.Topic, will.Payload.Length, payload, will.Qos, will.Retain, properties.Pointer));
            }

            _ = properties.GiveAway();
        }
        finally
        {
            properties.Dispose();
        }
    }

    private unsafe void SetTls(MosquittoTls? tls)
    {
        if (tls is null)
        {
            return;
        }

        var status = Libmosquitto.mosquitto_tls_set(
            _handle, tls.CaFile, tls.CaFile is null ? SystemAuthorities : null, tls.CertificateFile, tls.KeyFile,
            &MosquittoCallbacks.NoKeyPassword);
        Check(status, Marshal.GetLastPInvokeError());
        Check(Libmosquitto.mosquitto_tls_insecure_set(_handle, tls.AnyHostName));
    }

    private void NoteClosed(int status, int systemError)
    {
        if (_inbox.Closed)
        {
            return;
        }

        var words = _inbox.DisconnectReason != 0
            ? MosquittoLibrary.ReasonWords(_inbox.DisconnectReason)
            : MosquittoLibrary.Words(status == 0 ? (int)MosquittoStatus.ConnectionLost : status, systemError);
        _inbox.Add(new(MosquittoEventKind.Closed, ReasonCode: _inbox.DisconnectReason, Text: WithLog(words)));
    }

    private void Check(int status, int systemError = 0)
    {
        if (status != 0)
        {
            throw new MosquittoException((MosquittoStatus)status, WithLog(MosquittoLibrary.Words(status, systemError)));
        }
    }

    private string WithLog(string words) => _inbox.TakeErrorLines() is { } lines ? $"{words} ({lines})" : words;

    private void ThrowCallbackBug()
    {
        if (_inbox.Bug is { } bug)
        {
            _inbox.Bug = null;
            throw new InvalidOperationException("a libmosquitto callback met a bug", bug);
        }
    }
}
