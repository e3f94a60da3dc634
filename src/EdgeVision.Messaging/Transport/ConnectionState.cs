namespace EdgeVision.Messaging.Transport;

/// <summary>Where the connection to the broker stands.</summary>
public enum ConnectionState
{
    /// <summary>Not connected; the next attempt follows after a pause.</summary>
    Offline,

    /// <summary>Looking up, connecting, or waiting for the broker's answer.</summary>
    Connecting,

    /// <summary>The broker has accepted us.</summary>
    Online,

    /// <summary>The broker answered and said no, for instance to the password; tried again after a pause.</summary>
    Refused,

    /// <summary>Told to stop.</summary>
    Stopped,
}
