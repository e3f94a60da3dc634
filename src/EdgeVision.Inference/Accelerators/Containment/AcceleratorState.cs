namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>How far an accelerator can be trusted with a frame.</summary>
public enum AcceleratorState
{
    /// <summary>It, its provider or that one's library is not on this machine; looked for again at times.</summary>
    Absent,

    /// <summary>It is being opened, which may take minutes; others serve.</summary>
    Starting,

    /// <summary>It is open and answers the golden frame; others serve.</summary>
    Proving,
    Ready,

    /// <summary>It serves, and failed a short while ago.</summary>
    Suspect,

    /// <summary>It failed too much or went away, and gets no frame until it has been opened and proved again.</summary>
    Quarantined,
}
