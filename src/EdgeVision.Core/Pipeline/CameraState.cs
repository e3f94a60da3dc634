namespace EdgeVision.Core.Pipeline;

/// <summary>The life of a camera.</summary>
public enum CameraState
{
    /// <summary>Connecting; no frame yet.</summary>
    Starting,

    /// <summary>Frames arrive.</summary>
    Online,

    /// <summary>Connected, but no frame came for too long; being cut off.</summary>
    Stalled,

    /// <summary>Waiting before the next attempt.</summary>
    Backoff,

    /// <summary>Finished, or told to stop.</summary>
    Stopped,
}
