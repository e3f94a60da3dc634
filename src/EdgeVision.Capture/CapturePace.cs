namespace EdgeVision.Capture;

/// <summary>How fast a recording is read.</summary>
public enum CapturePace
{
    /// <summary>At its own rate, as a camera would give it; frames that come too fast are let go.</summary>
    Native,

    /// <summary>As fast as the frames are taken; none is lost, and the end is the end.</summary>
    Asap,
}
