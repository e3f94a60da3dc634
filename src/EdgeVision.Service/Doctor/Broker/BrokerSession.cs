using System.Globalization;
using EdgeVision.Messaging.Transport;
using EdgeVision.Native.Mosquitto;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>One MQTT session: login, then a message to a topic of its own under the base topic and back.</summary>
internal sealed class BrokerSession(MqttOptions options, TimeProvider time)
{
    private const string Login = "broker login";
    private const string Topics = "broker topics";
    private const int FirstFailure = 128;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly string _mark = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    private string ClientId => $"{options.ClientId}-doctor-{_mark}";

    private string Topic => $"{options.BaseTopic}/doctor/{_mark}";

    private string User => options.Username is { } name ? $"user {name}" : "a client without user name";

    /// <summary>Blocks for a few seconds at most.</summary>
    /// <exception cref="Native.NativeLibraryException">libmosquitto is missing.</exception>
    public void Run(FindingList findings, CancellationToken cancellation)
    {
        try
        {
            using var client = new MosquittoClient(Settings());
            using var wake = new EventSignal();
            using var ending = cancellation.Register(wake.Set);
            client.Connect(options.Host, options.Port, options.KeepAlive);
            if (!IsAccepted(findings, Wait(client, wake, MosquittoEventKind.Accepted, cancellation)))
            {
                return;
            }

            Exchange(findings, client, wake, cancellation);
            client.Disconnect();
            Wait(client, wake, MosquittoEventKind.Closed, cancellation);
        }
        catch (MosquittoException failure)
        {
            findings.Fail(Login, failure.Message, options.Tls is null ? "see the broker's log; if it wants TLS: mqtt: {tls: {ca: …}, port: 8883}" : "check mqtt.tls in the device file, and the broker's log");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Fail(Login, $"mqtt.password_file cannot be read: {unreadable.Message}", $"sudo chown {Environment.UserName} {options.PasswordFile} && sudo chmod 600 {options.PasswordFile}");
        }
    }

    private MosquittoSettings Settings()
    {
        string? password = null;
        if (options.PasswordFile is { } file)
        {
            using var reader = new StreamReader(file);
            password = reader.ReadLine() ?? "";
        }

        // No last will: a broker may forbid its topic, and nothing must be left behind.
        return new MosquittoSettings(ClientId)
        {
            UserName = options.Username,
            Password = password,
            Tls = options.Tls is { } tls ? new MosquittoTls(tls.Ca, tls.Cert, tls.Key, tls.Insecure) : null,
        };
    }

    private bool IsAccepted(FindingList findings, MosquittoEvent? answer)
    {
        if (answer is not { } happened)
        {
            findings.Fail(Login, "the port is open, but no MQTT answer comes", "check that mqtt.port is the broker's MQTT port (1883, with TLS 8883), not its web socket's");
            return false;
        }

        if (happened.Kind == MosquittoEventKind.Accepted)
        {
            Limits(findings, happened.Limits!);
            return true;
        }

        if (happened.Kind == MosquittoEventKind.Refused)
        {
            findings.Fail(Login, $"{User} is refused: {Reason(happened)}", ConnectRefusal.Fix(happened.ReasonCode, options));
        }
        else
        {
            findings.Fail(Login, $"the broker closed the connection: {happened.Text}", options.Tls is null ? "if the port is a TLS port: mqtt: {tls: {ca: …}}; else see the broker's log" : "see the broker's log; if it wants a client certificate: mqtt: {tls: {cert: …, key: …}}");
        }

        return false;
    }

    private void Limits(FindingList findings, BrokerLimits limits)
    {
        if (limits.MaximumQos < 1 || !limits.RetainAvailable)
        {
            findings.Warn(Login, $"{User} is accepted, but the broker takes {(limits.MaximumQos < 1 ? "QoS 0 only" : "no retained messages")}: states and faults may be missed", "allow it in the broker's configuration; mosquitto: max_qos 2, retain_available true");
        }
        else
        {
            findings.Ok(Login, $"{User} is accepted, MQTT 5");
        }
    }

    private void Exchange(FindingList findings, MosquittoClient client, EventSignal wake, CancellationToken cancellation)
    {
        client.Subscribe(Topic, 1);
        var subscribed = Wait(client, wake, MosquittoEventKind.Subscribed, cancellation);
        var message = new MosquittoMessage(Topic, "edgevision doctor"u8.ToArray(), 1, Retain: false) { Expiry = TimeSpan.FromSeconds(10) };
        var status = client.Publish(message, out _);

        // The message itself may come before its acknowledgement.
        var isBack = false;
        var published = Wait(client, wake, MosquittoEventKind.Published, cancellation, happened => isBack |= IsOurs(happened));
        if (status != MosquittoStatus.Success || published is not { Kind: MosquittoEventKind.Published, ReasonCode: < FirstFailure })
        {
            var why = published is { } no ? Reason(no) : "no answer came";
            findings.Fail(Topics, $"{User} may not publish on {options.BaseTopic}/#: {why}", Acl("write"));
            return;
        }

        isBack = isBack || (subscribed is { ReasonCode: < FirstFailure, Kind: MosquittoEventKind.Subscribed } && Wait(client, wake, MosquittoEventKind.Received, cancellation) is { } came && IsOurs(came));
        if (isBack)
        {
            findings.Ok(Topics, $"{User} may publish and read on {options.BaseTopic}/#");
        }
        else
        {
            var why = subscribed is { ReasonCode: >= FirstFailure } no ? Reason(no) : "a message did not come back";
            findings.Warn(Topics, $"{User} may publish on {options.BaseTopic}/#, but not read there ({why}): commands would not arrive", Acl("readwrite"));
        }
    }

    private bool IsOurs(MosquittoEvent happened) => happened.Kind == MosquittoEventKind.Received && happened.Message?.Topic == Topic;

    private string Acl(string access) =>
        $"in the broker's acl_file: {(options.Username is { } name ? $"user {name}, and below it: " : "at its top: ")}topic {(access == "write" ? "readwrite" : access)} {options.BaseTopic}/#, then: sudo systemctl reload mosquitto";

    /// <summary>The next event of a kind, or the one that ends all waiting; null when time is up.</summary>
    private MosquittoEvent? Wait(
        MosquittoClient client, EventSignal wake, MosquittoEventKind kind, CancellationToken cancellation, Action<MosquittoEvent>? other = null)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            while (client.TryTake(out var happened))
            {
                if (happened.Kind == kind || happened.Kind is MosquittoEventKind.Refused or MosquittoEventKind.Closed)
                {
                    return happened;
                }

                other?.Invoke(happened);
            }

            cancellation.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(start) > Patience)
            {
                return null;
            }

            client.Step(wake, Step);
        }
    }

    private static string Reason(MosquittoEvent happened)
    {
        var words = happened.Text.Length > 0 ? happened.Text : MosquittoLibrary.ReasonWords(happened.ReasonCode);
        return happened.ReasonCode == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words} (MQTT reason 0x{happened.ReasonCode:x2})");
    }
}
