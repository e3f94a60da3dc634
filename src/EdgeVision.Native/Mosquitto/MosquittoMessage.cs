namespace EdgeVision.Native.Mosquitto;

/// <summary>One message, outgoing or incoming.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Qos">0 or 1; incoming ones may have 2.</param>
/// <param name="Retain">Outgoing: the broker keeps it. Incoming: it was kept.</param>
public sealed record MosquittoMessage(string Topic, ReadOnlyMemory<byte> Payload, int Qos, bool Retain)
{
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
