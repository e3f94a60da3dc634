namespace EdgeVision.Messaging.Transport;

/// <summary>The connection's state and, when it is not well, why.</summary>
/// <param name="State">What it is now.</param>
/// <param name="Reason">Why it is offline or refused, in the broker's, the library's or the system's words; else empty.</param>
/// <param name="RetryIn">Pause before the next attempt; null when none is planned.</param>
public sealed record ConnectionStatus(ConnectionState State, string Reason = "", TimeSpan? RetryIn = null)
{
    /// <summary>Sentence for a log or a dashboard.</summary>
    public override string ToString() => Reason.Length == 0 ? $"{State}" : $"{State}: {Reason}";
}
