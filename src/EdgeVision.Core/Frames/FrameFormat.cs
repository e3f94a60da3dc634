namespace EdgeVision.Core.Frames;

/// <summary>Everything needed to read a frame's bytes. Matrix and range matter for I420 only.</summary>
public readonly record struct FrameFormat(
    PictureSize Size,
    PixelLayout Layout,
    YuvMatrix Matrix = YuvMatrix.Bt601,
    YuvRange Range = YuvRange.Limited)
{
    /// <summary>Width and height of one chroma plane of I420, rounded up as ffmpeg does.</summary>
    public PictureSize ChromaSize => new((Size.Width + 1) / 2, (Size.Height + 1) / 2);

    /// <summary>Bytes of one frame.</summary>
    public int ByteCount => Layout == PixelLayout.I420
        ? checked(Size.Pixels + (2 * ChromaSize.Pixels))
        : checked(3 * Size.Pixels);
}
