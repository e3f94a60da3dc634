namespace EdgeVision.Capture.Processes;

/// <summary>Reads frames of a known length, back to back, as every raw video pipe carries them.</summary>
internal static class RawFrame
{
    /// <summary>Fills the span with one frame; allocates nothing.</summary>
    public static FrameRead Read(ChildProcess child, Span<byte> pixels)
    {
        var filled = 0;
        while (filled < pixels.Length)
        {
            var read = child.Read(pixels[filled..]);
            if (read == ChildProcess.Interrupted)
            {
                return FrameRead.Interrupted;
            }

            if (read == 0)
            {
                return filled == 0 ? FrameRead.End : FrameRead.Torn;
            }

            filled += read;
        }

        return FrameRead.Whole;
    }
}
