namespace EdgeVision.Messaging.Payloads;

/// <summary>The books of the messages.</summary>
/// <param name="Offered">Messages given to be published.</param>
/// <param name="Published">Handed to the network.</param>
/// <param name="Acked">Acknowledged (QoS 1) or sent (QoS 0).</param>
/// <param name="Resent">Handed over again after a lost connection.</param>
/// <param name="Queued">Waiting.</param>
/// <param name="InFlight">Handed over, not acknowledged.</param>
/// <param name="Reconnects">Connections after the first.</param>
/// <param name="Dropped">Given up.</param>
public sealed record HealthMqttV1(
    long Offered, long Published, long Acked, long Resent, int Queued, int InFlight, long Reconnects, HealthDroppedV1 Dropped);
