namespace EdgeVision.Native.Mosquitto;

/// <summary>Everything that is fixed before a connection is opened.</summary>
/// <param name="ClientId">1 to 65535 bytes of UTF-8.</param>
public sealed record MosquittoSettings(string ClientId)
{
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Published by the broker when the connection ends without a DISCONNECT; null for none.</summary>
    public MosquittoMessage? Will { get; init; }

    /// <summary>Null for an unencrypted connection.</summary>
    public MosquittoTls? Tls { get; init; }

    /// <summary>Unacknowledged QoS 1 messages the library puts on the wire at once, 1..65535.</summary>
    public int SendMaximum { get; init; } = 20;
}
