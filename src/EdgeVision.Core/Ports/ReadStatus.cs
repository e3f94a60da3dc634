namespace EdgeVision.Core.Ports;

public enum ReadStatus
{
    /// <summary>One whole frame was written.</summary>
    Frame,

    /// <summary>The source is finished in good order.</summary>
    End,

    /// <summary>The source broke; its Fault says why.</summary>
    Faulted,
}
