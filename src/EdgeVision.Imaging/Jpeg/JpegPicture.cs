using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Jpeg;

/// <summary>A decoded JPEG.</summary>
/// <param name="Size">In pixels.</param>
/// <param name="Rgb">RGB24, 3 x width x height bytes.</param>
/// <param name="Damage">Null, or the library's words about damage that still left a picture, such as a missing end.</param>
public sealed record JpegPicture(PictureSize Size, byte[] Rgb, string? Damage)
{
    public FrameFormat Format => new(Size, PixelLayout.Rgb24);

    public Frame ToFrame(FrameStamp stamp = default) => new(Format, stamp, Rgb);
}
