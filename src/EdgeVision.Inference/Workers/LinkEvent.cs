namespace EdgeVision.Inference.Workers;

/// <summary>Why a wait on a worker came back.</summary>
internal enum LinkEvent
{
    /// <summary>A whole message is there.</summary>
    Message,

    /// <summary>It has connected.</summary>
    Connected,

    /// <summary>The timer has run out, perhaps; who armed it takes it and looks why.</summary>
    Timer,

    /// <summary>The stream or the process has ended, and all messages before were given.</summary>
    Ended,

    /// <summary>What came is no message.</summary>
    Malformed,
}
