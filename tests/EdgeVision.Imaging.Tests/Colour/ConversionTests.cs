using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Colour;
using EdgeVision.Imaging.Tests.Pictures;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Imaging.Tests.Colour;

public class ConversionTests
{
    /// <summary>The codes of colour bars in ITU-R BT.601, BT.709 and JFIF.</summary>
    [Theory]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 255, 0, 0, 81, 90, 240)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 0, 255, 0, 145, 54, 34)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 0, 0, 255, 41, 240, 110)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 255, 0, 0, 63, 102, 240)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 0, 255, 0, 173, 42, 26)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 0, 0, 255, 32, 240, 118)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 255, 0, 0, 76, 85, 255)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 0, 255, 0, 150, 44, 21)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 255, 255, 255, 255, 128, 128)]
    public void PrimariesGetTheirPublishedCodes(YuvMatrix matrix, YuvRange range, byte red, byte green, byte blue, int y, int u, int v)
    {
        var format = new FrameFormat(new PictureSize(37, 5), PixelLayout.I420, matrix, range);
        var rgb = new byte[3 * format.Size.Pixels];
        for (var i = 0; i < rgb.Length; i += 3)
        {
            (rgb[i], rgb[i + 1], rgb[i + 2]) = (red, green, blue);
        }

        var frame = new Frame(format, default, Converted(rgb, format));

        Assert.All(frame.Y.ToArray(), code => Assert.InRange(code, y - 1, y + 1));
        Assert.All(frame.U.ToArray(), code => Assert.InRange(code, u - 1, u + 1));
        Assert.All(frame.V.ToArray(), code => Assert.InRange(code, v - 1, v + 1));
    }

    [Fact]
    public void EachSampleIsTheWeightedMeanOfItsPixels() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var format = new FrameFormat(
                new PictureSize(random.Next(1, 100), random.Next(1, 12)), PixelLayout.I420, (YuvMatrix)random.Next(2), (YuvRange)random.Next(2));
            var rgb = Picture.Noise(new FrameFormat(format.Size, PixelLayout.Rgb24), seed).Pixels;
            var actual = Converted(rgb, format);
            var expected = NaiveI420(rgb, format);
            return actual.Zip(expected).All(static pair => Math.Abs(pair.First - pair.Second) <= 0.51);
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(PixelLayout.Rgb24)]
    [InlineData(PixelLayout.Bgr24)]
    public void PackedPicturesKeepEveryByte(PixelLayout layout)
    {
        var picture = Picture.Noise(new FrameFormat(new PictureSize(51, 7), layout), 3);
        var rgb = new byte[picture.Pixels.Length];

        new FrameToRgb().Convert(picture.Frame, rgb);

        for (var i = 0; i < rgb.Length; i++)
        {
            var there = layout == PixelLayout.Rgb24 ? i : i - (i % 3) + 2 - (i % 3);
            Assert.Equal(picture.Pixels[there], rgb[i]);
        }
    }

    [Fact]
    public void ThereAndBackAgainKeepsSmoothPictures()
    {
        var format = new FrameFormat(new PictureSize(64, 48), PixelLayout.I420, YuvMatrix.Bt709);
        var rgb = new byte[3 * format.Size.Pixels];
        for (var i = 0; i < format.Size.Pixels; i++)
        {
            var (x, y) = (i % 64, i / 64);
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = ((byte)(40 + (2 * x)), (byte)(200 - (3 * y)), (byte)(60 + x + y));
        }

        var back = new byte[rgb.Length];
        new FrameToRgb().Convert(new Frame(format, default, Converted(rgb, format)), back);

        Assert.InRange(rgb.Zip(back, static (a, b) => Math.Abs(a - b)).Max(), 0, 5);
    }

    private static byte[] Converted(byte[] rgb, FrameFormat format)
    {
        var i420 = new byte[format.ByteCount];
        new RgbToI420().Convert(rgb, format, i420);
        return i420;
    }

    private static IEnumerable<double> NaiveI420(byte[] rgb, FrameFormat format)
    {
        var (width, height) = format.Size;
        var limited = format.Range == YuvRange.Limited;
        var (kr, kb) = format.Matrix == YuvMatrix.Bt601 ? (0.299, 0.114) : (0.2126, 0.0722);
        double Luma(int x, int y) => ((kr * Channel(x, y, 0)) + ((1 - kr - kb) * Channel(x, y, 1)) + (kb * Channel(x, y, 2))) / 255;
        double Channel(int x, int y, int channel) => rgb[(((y * width) + x) * 3) + channel];
        for (var i = 0; i < width * height; i++)
        {
            var luma = Luma(i % width, i / width);
            yield return limited ? 16 + (219 * luma) : 255 * luma;
        }

        foreach (var (channel, k) in new[] { (2, kb), (0, kr) })
        {
            for (var i = 0; i < format.ChromaSize.Pixels; i++)
            {
                var (left, top) = (2 * (i % format.ChromaSize.Width), 2 * (i / format.ChromaSize.Width));
                double sum = 0;
                foreach (var (x, y) in new[] { (left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1) })
                {
                    var (column, row) = (Math.Min(x, width - 1), Math.Min(y, height - 1));
                    sum += ((Channel(column, row, channel) / 255) - Luma(column, row)) / (2 * (1 - k)) / 4;
                }

                yield return Math.Min(128 + ((limited ? 224 : 255) * sum), 255);
            }
        }
    }
}
