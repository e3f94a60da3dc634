using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Messaging.Transport;

/// <summary>The broker, and how to talk to it.</summary>
public sealed record MqttOptions
{
    /// <summary>Name or address of the MQTT broker.</summary>
    [MinLength(1)]
    public string Host { get; init; } = "localhost";

    /// <summary>TCP port of the broker, 1 to 65535. Usual: 1883, with TLS 8883.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 1883;

    /// <summary>User name at the broker; left out for none.</summary>
    public string? Username { get; init; }

    /// <summary>File whose first line is the password; read anew at each connection, so that it can be changed while running.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Encrypts the connection; left out for an unencrypted one.</summary>
    public MqttTlsOptions? Tls { get; init; }

    /// <summary>Client id at the broker, which must be its only user. Default: edgevision-DEVICE.</summary>
    [MinLength(1)]
    public string? ClientId { get; init; }

    /// <summary>First part of every topic. Default: edgevision/DEVICE.</summary>
    [RegularExpression("[^/$+#]([^+#]*[^/+#])?", ErrorMessage = "write levels with / between them, without + and #, no $ in front, such as edgevision/yard")]
    public string? BaseTopic { get; init; }

    /// <summary>Longest silence before a ping, 5 s to 18 h. A dead connection is noticed within one and a half of it.</summary>
    [Range(typeof(TimeSpan), "5s", "18h")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First pause before connecting anew; doubles with each failure, shortened at random by up to a half.</summary>
    [Range(typeof(TimeSpan), "10ms", "1h")]
    public TimeSpan ReconnectFirst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause before connecting anew. Attempts never end.</summary>
    [Range(typeof(TimeSpan), "10ms", "1h")]
    public TimeSpan ReconnectCeiling { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Unacknowledged messages under way at once, 1 to 1000; the broker may allow fewer.</summary>
    [Range(1, 1000)]
    public int MaxInFlight { get; init; } = 20;

    /// <summary>Detections that may wait for a slow network, 1 to 10000; when full the oldest is dropped and counted.</summary>
    [Range(1, 10000)]
    public int LiveQueue { get; init; } = 1024;

    /// <summary>Faults that may wait in memory for the broker, 1 to 10000; when full the oldest is dropped and counted.</summary>
    [Range(1, 10000)]
    public int FaultQueue { get; init; } = 1000;
}
