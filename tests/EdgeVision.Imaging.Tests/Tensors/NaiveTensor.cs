using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Imaging.Tests.Pictures;

namespace EdgeVision.Imaging.Tests.Tensors;

/// <summary>
/// The tensor in double precision, written from the definitions alone: bilinear between half-pixel centres, ITU-R
/// colour equations, (pixel - mean) / std. NaN where the pixel's centre is too near the picture's edge to say on which
/// side single precision puts it.
/// </summary>
internal static class NaiveTensor
{
    internal static double[] Of(Picture picture, ImageTransform transform, TensorFormat format)
    {
        var tensor = new double[format.Count];
        var (width, height) = format.Size;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sourceX = (x + 0.5 - transform.OffsetX) / transform.ScaleX;
                var sourceY = (y + 0.5 - transform.OffsetY) / transform.ScaleY;
                var rgb = Pixel(picture, sourceX, sourceY) ?? [format.Pad, format.Pad, format.Pad];
                for (var channel = 0; channel < 3; channel++)
                {
                    var colour = rgb[format.Order == ChannelOrder.Rgb ? channel : 2 - channel];
                    var index = format.Layout == TensorLayout.Nchw ? (channel * width * height) + (y * width) + x : (3 * ((y * width) + x)) + channel;
                    var value = (colour - format.Mean[channel]) / format.Std[channel];
                    tensor[index] = format.Element == TensorElement.UInt8 ? Math.Clamp(Math.Round(value), 0, 255) : value;
                }
            }
        }

        return tensor;
    }

    /// <summary>Red, green, blue at a place of the picture; null outside.</summary>
    private static double[]? Pixel(Picture picture, double x, double y)
    {
        var size = picture.Format.Size;
        var toEdge = Math.Min(Math.Min(Math.Abs(x), Math.Abs(x - size.Width)), Math.Min(Math.Abs(y), Math.Abs(y - size.Height)));
        if (toEdge < 1e-4)
        {
            return [double.NaN, double.NaN, double.NaN];
        }

        if (x < 0 || y < 0 || x > size.Width || y > size.Height)
        {
            return null;
        }

        switch (picture.Format.Layout)
        {
            case PixelLayout.Rgb24:
                return [Packed(picture, 0, x, y), Packed(picture, 1, x, y), Packed(picture, 2, x, y)];
            case PixelLayout.Bgr24:
                return [Packed(picture, 2, x, y), Packed(picture, 1, x, y), Packed(picture, 0, x, y)];
            default:
                var half = picture.Format.ChromaSize;
                var frame = picture.Frame;
                return ToRgb(
                    picture.Format,
                    Bilinear(frame.Y.ToArray(), size, 1, 0, x, y),
                    Bilinear(frame.U.ToArray(), half, 1, 0, x / 2, y / 2),
                    Bilinear(frame.V.ToArray(), half, 1, 0, x / 2, y / 2));
        }
    }

    private static double Packed(Picture picture, int channel, double x, double y) =>
        Bilinear(picture.Pixels, picture.Format.Size, 3, channel, x, y);

    private static double Bilinear(byte[] samples, PictureSize size, int step, int first, double x, double y)
    {
        double At(int column, int row) => samples[(((Math.Clamp(row, 0, size.Height - 1) * size.Width) + Math.Clamp(column, 0, size.Width - 1)) * step) + first];
        var column = (int)Math.Floor(x - 0.5);
        var row = (int)Math.Floor(y - 0.5);
        var right = x - 0.5 - column;
        var down = y - 0.5 - row;
        return (At(column, row) * (1 - right) * (1 - down)) + (At(column + 1, row) * right * (1 - down))
            + (At(column, row + 1) * (1 - right) * down) + (At(column + 1, row + 1) * right * down);
    }

    /// <summary>E'y, E'cb, E'cr from the bytes, then R = Y + 2(1 - Kr) Cr, B = Y + 2(1 - Kb) Cb, G from Y = Kr R + Kg G + Kb B.</summary>
    private static double[] ToRgb(FrameFormat format, double y, double u, double v)
    {
        var limited = format.Range == YuvRange.Limited;
        var luma = limited ? (y - 16) / 219 : y / 255;
        var cb = (u - 128) / (limited ? 224 : 255);
        var cr = (v - 128) / (limited ? 224 : 255);
        var kr = format.Matrix == YuvMatrix.Bt601 ? 0.299 : 0.2126;
        var kb = format.Matrix == YuvMatrix.Bt601 ? 0.114 : 0.0722;
        var red = luma + (2 * (1 - kr) * cr);
        var blue = luma + (2 * (1 - kb) * cb);
        var green = (luma - (kr * red) - (kb * blue)) / (1 - kr - kb);
        return [255 * Math.Clamp(red, 0, 1), 255 * Math.Clamp(green, 0, 1), 255 * Math.Clamp(blue, 0, 1)];
    }
}
