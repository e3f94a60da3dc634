namespace EdgeVision.Capture.Processes;

/// <summary>What came of reading one frame from a child.</summary>
internal enum FrameRead
{
    Whole,

    /// <summary>It closed its output between two frames.</summary>
    End,

    /// <summary>It closed its output within a frame.</summary>
    Torn,

    Interrupted,
}
