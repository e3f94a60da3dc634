namespace EdgeVision.Native.Mosquitto;

/// <summary>What happened on a connection.</summary>
public enum MosquittoEventKind
{
    /// <summary>The broker accepted the connection; its limits are known.</summary>
    Accepted,

    /// <summary>The broker answered and said no; the reason code says why.</summary>
    Refused,

    /// <summary>The connection is over; nothing more comes from it.</summary>
    Closed,

    /// <summary>QoS 0: handed to the socket. QoS 1: the broker's PUBACK, with its reason code.</summary>
    Published,

    /// <summary>The broker's answer to a subscription, with its reason code (below 128: the granted QoS).</summary>
    Subscribed,

    /// <summary>A message came in.</summary>
    Received,
}
