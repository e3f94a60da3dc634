using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Geometry;

/// <summary>
/// The mapping between a region of a camera picture and a model's input: input = picture * scale + offset, in pixels,
/// per axis. It travels with the tensor, so that boxes always find their way back.
/// </summary>
/// <param name="Picture">Size of the camera picture in pixels.</param>
/// <param name="Input">Size of the model's input in pixels.</param>
/// <param name="ScaleX">Input pixels per picture pixel, horizontally.</param>
/// <param name="ScaleY">Input pixels per picture pixel, vertically.</param>
/// <param name="OffsetX">Input pixels left of the picture's left edge.</param>
/// <param name="OffsetY">Input pixels above the picture's top edge.</param>
public readonly record struct ImageTransform(
    PictureSize Picture, PictureSize Input, float ScaleX, float ScaleY, float OffsetX, float OffsetY)
{
    /// <summary>Fills the input with the region; the aspect ratio is not kept.</summary>
    public static ImageTransform Stretch(PictureSize picture, in Box region, PictureSize input)
    {
        var scaleX = input.Width / (region.Width * picture.Width);
        var scaleY = input.Height / (region.Height * picture.Height);
        return At(picture, region, input, scaleX, scaleY, 0, 0);
    }

    /// <summary>Keeps the aspect ratio; the rest of the input is padding, right and below, or around when centred.</summary>
    public static ImageTransform Letterbox(PictureSize picture, in Box region, PictureSize input, bool centred = false)
    {
        var width = region.Width * picture.Width;
        var height = region.Height * picture.Height;
        var scale = Math.Min(input.Width / width, input.Height / height);
        var padX = centred ? (input.Width - (width * scale)) / 2 : 0;
        var padY = centred ? (input.Height - (height * scale)) / 2 : 0;
        return At(picture, region, input, scale, scale, padX, padY);
    }

    /// <summary>A box in input pixels as a normalised box of the camera picture, clipped to it.</summary>
    public Box ToPicture(in Box input) => ToPictureUnclipped(input).ClampToPicture();

    /// <summary>A box in input pixels as a normalised box of the camera picture; it may reach beyond.</summary>
    public Box ToPictureUnclipped(in Box input) => Box.FromCorners(
        (input.X - OffsetX) / (ScaleX * Picture.Width),
        (input.Y - OffsetY) / (ScaleY * Picture.Height),
        (input.Right - OffsetX) / (ScaleX * Picture.Width),
        (input.Bottom - OffsetY) / (ScaleY * Picture.Height));

    /// <summary>A normalised box of the camera picture in input pixels.</summary>
    public Box ToInput(in Box picture) => Box.FromCorners(
        (picture.X * Picture.Width * ScaleX) + OffsetX,
        (picture.Y * Picture.Height * ScaleY) + OffsetY,
        (picture.Right * Picture.Width * ScaleX) + OffsetX,
        (picture.Bottom * Picture.Height * ScaleY) + OffsetY);

    private static ImageTransform At(
        PictureSize picture, in Box region, PictureSize input, float scaleX, float scaleY, float padX, float padY) =>
        new(picture, input, scaleX, scaleY,
            padX - (region.X * picture.Width * scaleX),
            padY - (region.Y * picture.Height * scaleY));
}
