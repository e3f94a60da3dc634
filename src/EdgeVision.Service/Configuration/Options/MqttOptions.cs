using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>The broker that results go to.</summary>
public sealed record MqttOptions
{
    /// <summary>Name or address of the broker.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>1883, or 8883 with tls, when left out.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>User name at the broker.</summary>
    public string? Username { get; init; }

    /// <summary>File with the password of that user.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Encryption; none when left out.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>First levels of every topic; edgevision/ and the device's id when left out.</summary>
    public string? BaseTopic { get; init; }

    /// <summary>MQTT client id; edgevision- and the device's id when left out.</summary>
    public string? ClientId { get; init; }

    /// <summary>Silence after which broker and device check each other.</summary>
    [Range(typeof(TimeSpan), "5s", "18h")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);
}
