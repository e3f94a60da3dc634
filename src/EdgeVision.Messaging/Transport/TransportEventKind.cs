namespace EdgeVision.Messaging.Transport;

/// <summary>What happened on a connection.</summary>
public enum TransportEventKind
{
    /// <summary>The broker accepted us.</summary>
    Accepted,

    /// <summary>The broker said no. The connection is over.</summary>
    Refused,

    /// <summary>The connection is over.</summary>
    Closed,

    /// <summary>QoS 0: it left. QoS 1: the broker's answer.</summary>
    Published,

    /// <summary>The broker's answer to a subscription.</summary>
    Subscribed,

    /// <summary>A message came in.</summary>
    Received,
}
