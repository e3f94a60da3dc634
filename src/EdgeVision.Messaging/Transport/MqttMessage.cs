namespace EdgeVision.Messaging.Transport;

/// <summary>One message. The payload is not copied: do not change it after handing the message over.</summary>
/// <param name="Topic">Full topic, without wildcards.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Qos">0: sent once if the broker is there. 1: until the broker has acknowledged it.</param>
/// <param name="Retain">The broker keeps the newest one for whoever subscribes later.</param>
public sealed record MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, int Qos, bool Retain)
{
    public const string Json = "application/json";

    /// <summary>MIME type of the payload; null when not said.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the payload is UTF-8 text.</summary>
    public bool IsText { get; init; }

    /// <summary>Lifetime at the broker, whole seconds; null for ever.</summary>
    public TimeSpan? Expiry { get; init; }

    /// <summary>Where an answer is wanted; null when none is.</summary>
    public string? ResponseTopic { get; init; }

    /// <summary>Returned with the answer.</summary>
    public ReadOnlyMemory<byte> CorrelationData { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> UserProperties { get; init; } = [];
}
