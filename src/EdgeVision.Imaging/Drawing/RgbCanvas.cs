using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Drawing;

/// <summary>An RGB24 picture to draw on. Coordinates are pixels from the top left edge; what lies outside is left out.</summary>
public readonly ref struct RgbCanvas
{
    private readonly Span<byte> _pixels;

    /// <param name="size">Of the picture.</param>
    /// <param name="pixels">3 x width x height bytes.</param>
    /// <exception cref="ArgumentException">The bytes are not that many.</exception>
    public RgbCanvas(PictureSize size, Span<byte> pixels)
    {
        if (pixels.Length != 3 * size.Pixels)
        {
            throw new ArgumentException($"an RGB picture of {size} has {3 * size.Pixels} bytes, not {pixels.Length}", nameof(pixels));
        }

        Size = size;
        _pixels = pixels;
    }

    public PictureSize Size { get; }

    /// <summary>Mixes a colour into one pixel; share 0..1.</summary>
    internal void Blend(int x, int y, Rgb colour, float share)
    {
        if ((uint)x >= (uint)Size.Width || (uint)y >= (uint)Size.Height || share <= 0)
        {
            return;
        }

        var pixel = _pixels.Slice(((y * Size.Width) + x) * 3, 3);
        var weight = (int)(Math.Min(share, 1) * 256);
        pixel[0] = Mix(pixel[0], colour.Red, weight);
        pixel[1] = Mix(pixel[1], colour.Green, weight);
        pixel[2] = Mix(pixel[2], colour.Blue, weight);
    }

    private static byte Mix(byte under, byte over, int weight) => (byte)(under + (((over - under) * weight) >> 8));
}
