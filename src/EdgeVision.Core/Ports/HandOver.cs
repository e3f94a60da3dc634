namespace EdgeVision.Core.Ports;

/// <summary>What happens when a frame arrives while the one before still waits.</summary>
public enum HandOver
{
    /// <summary>The newer frame takes its place: a camera is never delayed.</summary>
    NewestWins,

    /// <summary>The source waits: a file read as fast as possible loses nothing.</summary>
    EveryFrame,
}
