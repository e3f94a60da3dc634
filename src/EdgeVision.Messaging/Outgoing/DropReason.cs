namespace EdgeVision.Messaging.Outgoing;

/// <summary>Why a message was given up.</summary>
public enum DropReason
{
    /// <summary>QoS 0 while there was no broker.</summary>
    Offline,

    /// <summary>Its queue was full and it was the oldest.</summary>
    QueueFull,

    /// <summary>Larger than the broker takes.</summary>
    TooLarge,

    /// <summary>The broker or the library will not have it, now or later.</summary>
    Rejected,

    /// <summary>Still waiting when the service stopped, or offered afterwards.</summary>
    Stopping,
}
