using System.IO.Compression;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// The picture that every accelerator is proved with: a car and three walkers of the synthetic street (seed 3, frame 14314,
/// busy day), smoothed and cut to 7 bits, 384x216.
/// </summary>
public static class GoldenPicture
{
    private const string Resource = "golden-street.rgb.z";

    /// <summary>Of <see cref="Read"/>.</summary>
    public static FrameFormat Format { get; } = new(new PictureSize(384, 216), PixelLayout.Rgb24);

    /// <summary>Its pixels. The file is a zlib stream of each row's differences from pixel to pixel.</summary>
    public static byte[] Read()
    {
        var pixels = new byte[3 * Format.Size.Pixels];
        using var file = typeof(GoldenPicture).Assembly.GetManifestResourceStream(Resource)!;
        using var differences = new ZLibStream(file, CompressionMode.Decompress);
        differences.ReadExactly(pixels);
        var row = 3 * Format.Size.Width;
        for (var i = 0; i < pixels.Length; i++)
        {
            if (i % row >= 3)
            {
                pixels[i] += pixels[i - 3];
            }
        }

        return pixels;
    }
}
