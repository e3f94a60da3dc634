namespace EdgeVision.Core.Frames;

/// <summary>
/// A read-only look at a frame's pixels, lent for the duration of a call. A ref struct, so that nobody keeps it:
/// who needs pixels longer copies them or takes a <see cref="FrameLease"/>.
/// </summary>
public readonly ref struct Frame
{
    public Frame(FrameFormat format, FrameStamp stamp, ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != format.ByteCount)
        {
            throw new ArgumentException($"a {format.Size} {format.Layout} frame has {format.ByteCount} bytes, not {pixels.Length}", nameof(pixels));
        }

        Format = format;
        Stamp = stamp;
        Pixels = pixels;
    }

    public FrameFormat Format { get; }

    public FrameStamp Stamp { get; }

    /// <summary>All planes, in the layout's order.</summary>
    public ReadOnlySpan<byte> Pixels { get; }

    /// <summary>Luma, row by row (I420 only).</summary>
    public ReadOnlySpan<byte> Y => Planar()[..Format.Size.Pixels];

    /// <summary>Blue-difference chroma (I420 only).</summary>
    public ReadOnlySpan<byte> U => Planar().Slice(Format.Size.Pixels, Format.ChromaSize.Pixels);

    /// <summary>Red-difference chroma (I420 only).</summary>
    public ReadOnlySpan<byte> V => Planar()[(Format.Size.Pixels + Format.ChromaSize.Pixels)..];

    private ReadOnlySpan<byte> Planar() => Format.Layout == PixelLayout.I420
        ? Pixels
        : throw new InvalidOperationException($"a {Format.Layout} frame has no planes");
}
