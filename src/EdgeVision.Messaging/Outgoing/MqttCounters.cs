namespace EdgeVision.Messaging.Outgoing;

/// <summary>The books of what was to be published, at one instant.</summary>
/// <param name="Offered">Messages given to be published.</param>
/// <param name="Published">Messages handed to the network; sending again after a lost connection counts in Resent.</param>
/// <param name="Acked">QoS 1 messages the broker has acknowledged, and QoS 0 ones that left.</param>
/// <param name="Resent">Times a QoS 1 message was handed over again after a lost connection.</param>
/// <param name="Replaced">Retained messages that a newer value of their topic made needless.</param>
/// <param name="Announced">Retained values sent again because the connection was new; not in Offered.</param>
/// <param name="Queued">Messages that wait.</param>
/// <param name="InFlight">Messages handed over and not acknowledged.</param>
/// <param name="Dropped">Messages given up, by <see cref="DropReason"/> in the enum's order.</param>
public sealed record MqttCounters(
    long Offered,
    long Published,
    long Acked,
    long Resent,
    long Replaced,
    long Announced,
    int Queued,
    int InFlight,
    IReadOnlyList<long> Dropped)
{
    public long this[DropReason reason] => Dropped[(int)reason];

    public long DroppedInAll => Dropped.Sum();
}
