using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>
/// Pillow's BOX resampling (its Resample.c), which the reference figures were measured with: a pixel is the plain mean
/// of the source pixels whose centres lie in it; first along the rows, rounded to bytes, then along the columns.
/// </summary>
internal static class BoxFilter
{
    private const int Channels = 3;

    public static JpegPicture Resize(JpegPicture picture, PictureSize size) => Rows(Columns(picture, size.Width), size.Height);

    private static JpegPicture Columns(JpegPicture picture, int width)
    {
        var source = picture.Size;
        if (source.Width == width)
        {
            return picture;
        }

        var pixels = new byte[Channels * width * source.Height];
        for (var y = 0; y < source.Height; y++)
        {
            Line(picture.Rgb, y * source.Width * Channels, Channels, source.Width, pixels, y * width * Channels, Channels, width);
        }

        return new JpegPicture(source with { Width = width }, pixels, null);
    }

    private static JpegPicture Rows(JpegPicture picture, int height)
    {
        var (source, stride) = (picture.Size, Channels * picture.Size.Width);
        if (source.Height == height)
        {
            return picture;
        }

        var pixels = new byte[stride * height];
        for (var x = 0; x < source.Width; x++)
        {
            Line(picture.Rgb, x * Channels, stride, source.Height, pixels, x * Channels, stride, height);
        }

        return new JpegPicture(source with { Height = height }, pixels, null);
    }

    private static void Line(byte[] source, int sourceAt, int sourceStep, int sourceLength, byte[] target, int targetAt, int targetStep, int targetLength)
    {
        var scale = (double)sourceLength / targetLength;
        var reach = Math.Max(scale, 1) / 2;
        for (var i = 0; i < targetLength; i++)
        {
            var centre = (i + .5) * scale;
            var first = Math.Max(0, (int)(centre - reach + .5));
            var end = Math.Min(sourceLength, (int)(centre + reach + .5));
            for (var channel = 0; channel < Channels; channel++)
            {
                var sum = 0d;
                for (var at = first; at < end; at++)
                {
                    sum += source[sourceAt + (at * sourceStep) + channel];
                }

                target[targetAt + (i * targetStep) + channel] = (byte)((sum / (end - first)) + .5);
            }
        }
    }
}
