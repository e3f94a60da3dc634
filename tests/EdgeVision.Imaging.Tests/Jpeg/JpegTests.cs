using System.Text.Json;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tests.Pictures;
using EdgeVision.Native.TurboJpeg;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Imaging.Tests.Jpeg;

public class JpegTests
{
    private static readonly PictureSize s_size = new(76, 50);

    [SkippableTheory]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 81, 90, 240)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 63, 102, 240)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 76, 85, 255)]
    public void RedStaysRedWhateverTheMatrixAndRange(YuvMatrix matrix, YuvRange range, byte y, byte u, byte v)
    {
        using var codec = Codec.Open();
        var picture = Picture.Plain(new FrameFormat(s_size, PixelLayout.I420, matrix, range), y, u, v);

        var back = codec.Decode(codec.Encode(picture.Frame, 95));

        Assert.Equal(s_size, back.Size);
        Assert.Null(back.Damage);
        for (var i = 0; i < back.Rgb.Length; i += 3)
        {
            Assert.InRange(back.Rgb[i], 251, 255);
            Assert.InRange(back.Rgb[i + 1], 0, 4);
            Assert.InRange(back.Rgb[i + 2], 0, 4);
        }
    }

    [SkippableTheory]
    [InlineData(76, 50, YuvRange.Full)]
    [InlineData(75, 50, YuvRange.Full)]
    [InlineData(76, 49, YuvRange.Limited)]
    [InlineData(640, 360, YuvRange.Limited)]
    public void PlanarPicturesComeBackAlmostTheSame(int width, int height, YuvRange range)
    {
        using var codec = Codec.Open();
        var format = new FrameFormat(new PictureSize(width, height), PixelLayout.I420, YuvMatrix.Bt601, range);
        var pixels = new byte[format.ByteCount];
        Array.Fill(pixels, (byte)128);
        for (var i = 0; i < format.Size.Pixels; i++)
        {
            pixels[i] = (byte)(40 + (i % width * 90 / width) + (i / width * 90 / height));
        }

        var back = codec.Decode(codec.Encode(new Frame(format, default, pixels), 95)).Rgb;

        for (var i = 0; i < format.Size.Pixels; i++)
        {
            var grey = range == YuvRange.Full ? pixels[i] : (pixels[i] - 16) * 255 / 219;
            Assert.InRange(back[3 * i], grey - 5, grey + 5);
            Assert.InRange(back[(3 * i) + 2], grey - 5, grey + 5);
        }
    }

    [SkippableTheory]
    [InlineData(PixelLayout.Rgb24)]
    [InlineData(PixelLayout.Bgr24)]
    public void PackedPicturesComeBackAlmostTheSame(PixelLayout layout)
    {
        using var codec = Codec.Open();
        var pixels = new byte[3 * s_size.Pixels];
        for (var i = 0; i < s_size.Pixels; i++)
        {
            (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = ((byte)(2 * (i % 76)), 100, (byte)(250 - (4 * (i / 76))));
        }

        var back = codec.Decode(codec.Encode(new Frame(new FrameFormat(s_size, layout), default, pixels), 95)).Rgb;

        for (var i = 0; i < back.Length; i++)
        {
            var there = layout == PixelLayout.Rgb24 ? i : i - (i % 3) + 2 - (i % 3);
            Assert.InRange(back[i], pixels[there] - 8, pixels[there] + 8);
        }
    }

    [SkippableFact]
    public void QualityDecidesTheSize()
    {
        using var codec = Codec.Open();
        var picture = Picture.Noise(new FrameFormat(s_size, PixelLayout.Rgb24), 1);

        var poor = codec.Encode(picture.Frame, 20).Length;
        var good = codec.Encode(picture.Frame, 95).Length;

        Assert.True(good > 2 * poor, $"{good} bytes at 95, {poor} at 20");
        Assert.Throws<ArgumentOutOfRangeException>(() => { codec.Encode(picture.Frame, 101); });
    }

    [SkippableFact]
    public void DamageIsReportedInTheLibrarysWords()
    {
        using var codec = Codec.Open();
        var jpeg = codec.Encode(Picture.Noise(new FrameFormat(s_size, PixelLayout.Rgb24), 2).Frame).ToArray();

        Assert.Contains("Premature", codec.Decode(jpeg.AsSpan(0, jpeg.Length / 2)).Damage, StringComparison.Ordinal);
        var error = Assert.Throws<TurboJpegException>(() => codec.ReadSize("no JPEG at all"u8));
        Assert.Contains("Not a JPEG", error.Message, StringComparison.Ordinal);
        Assert.Throws<TurboJpegException>(() => codec.ReadSize([]));
    }

    [SkippableFact]
    public void TooManyPixelsAreRefusedBeforeMemoryIsTaken()
    {
        using var generous = Codec.Open();
        using var strict = Codec.Open(maxPixels: s_size.Pixels - 1);
        var picture = Picture.Noise(new FrameFormat(s_size, PixelLayout.Rgb24), 3);
        var jpeg = generous.Encode(picture.Frame).ToArray();

        Assert.Throws<TurboJpegException>(() => strict.Decode(jpeg));
        Assert.Throws<TurboJpegException>(() => { strict.Encode(picture.Frame); });
        Assert.Throws<ArgumentException>(() => generous.Decode(jpeg, new byte[3]));

        // A header that claims 65500 x 65500 pixels, which the file cannot hold.
        var start = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        ((ReadOnlySpan<byte>)[0xFF, 0xDC, 0xFF, 0xDC]).CopyTo(jpeg.AsSpan(start + 5));
        Assert.Contains("65500x65500", Assert.Throws<TurboJpegException>(() => generous.Decode(jpeg)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void GarbledBytesAreAnErrorOrAPictureButNeverACrash()
    {
        using var codec = Codec.Open(maxPixels: 4 * s_size.Pixels);
        var jpeg = codec.Encode(Picture.Noise(new FrameFormat(s_size, PixelLayout.Rgb24), 4).Frame, 50).ToArray();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var garbled = jpeg.ToArray();
            for (var i = 0; i < 10; i++)
            {
                garbled[random.Next(garbled.Length)] = (byte)random.Next(256);
            }

            try
            {
                var picture = codec.Decode(garbled);
                return picture.Rgb.Length == 3 * picture.Size.Pixels;
            }
            catch (TurboJpegException error)
            {
                return error.Text.Length > 0;
            }
        }).QuickCheckThrowOnFailure();
    }

    [SkippableFact]
    public void RealPicturesHaveTheSizesThatTheirDataSetStates()
    {
        using var codec = Codec.Open();
        var list = TestAssets.Need("datasets", "street-cctv", "instances.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var image in json.RootElement.GetProperty("images").EnumerateArray().Take(10))
        {
            var name = image.GetProperty("file_name").GetString()!;
            var picture = codec.Decode(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(list)!, name)));
            Assert.Equal(new PictureSize(image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()), picture.Size);
            Assert.Null(picture.Damage);
        }
    }
}
