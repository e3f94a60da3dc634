namespace EdgeVision.Messaging.Payloads;

/// <summary>Messages given up, by reason.</summary>
/// <param name="Offline">Live messages while there was no broker.</param>
/// <param name="QueueFull">The oldest of a full queue.</param>
/// <param name="TooLarge">Larger than the broker takes.</param>
/// <param name="Rejected">Refused for good.</param>
/// <param name="Stopping">Still waiting at the stop.</param>
public sealed record HealthDroppedV1(long Offline, long QueueFull, long TooLarge, long Rejected, long Stopping);
