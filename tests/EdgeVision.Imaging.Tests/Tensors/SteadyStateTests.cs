using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Imaging.Tests.Pictures;

namespace EdgeVision.Imaging.Tests.Tensors;

public class SteadyStateTests
{
    private static readonly TensorFormat s_format = new(new PictureSize(96, 96)) { Pad = 114 };

    [Theory]
    [InlineData(PixelLayout.I420)]
    [InlineData(PixelLayout.Bgr24)]
    public void WritingAllocatesNothingEvenForMovingRegions(PixelLayout layout)
    {
        var picture = Picture.Noise(new FrameFormat(new PictureSize(160, 90), layout), 1);
        var writer = new TensorWriter(s_format);
        var tensor = new float[s_format.Count];
        for (var i = 0; i < 20; i++)
        {
            WriteRegion(i);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            WriteRegion(i);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void WriteRegion(int i) =>
            writer.Write(picture.Frame, ImageTransform.Letterbox(picture.Format.Size, new Box(0.01f * i, 0, 0.4f, 0.9f), s_format.Size), tensor);
    }

    [Fact]
    public void ManyTransformsInTurnDoNotMixUp()
    {
        var picture = Picture.Noise(new FrameFormat(new PictureSize(160, 90), PixelLayout.I420), 2);
        var other = Picture.Noise(new FrameFormat(new PictureSize(64, 80), PixelLayout.Rgb24), 3);
        var shared = new TensorWriter(s_format);
        var random = new Random(4);
        for (var i = 0; i < 60; i++)
        {
            var source = i % 3 == 0 ? other : picture;
            var region = new Box(0.05f * random.Next(12), 0, 0.4f, 1);
            var transform = ImageTransform.Letterbox(source.Format.Size, region, s_format.Size);
            Assert.Equal(Write(new TensorWriter(s_format), source, transform), Write(shared, source, transform));
        }
    }

    [Fact]
    public void PaddingIsWrittenOverWhatAnotherFrameLeft()
    {
        var wide = Picture.Noise(new FrameFormat(new PictureSize(160, 90), PixelLayout.I420), 5);
        var transform = ImageTransform.Letterbox(wide.Format.Size, Box.Full, s_format.Size, centred: true);
        var tensor = new float[s_format.Count];
        Array.Fill(tensor, -1);

        new TensorWriter(s_format).Write(wide.Frame, transform, tensor);

        var top = tensor.AsSpan(0, 21 * 96);
        Assert.False(top.ContainsAnyExcept(114f));
        Assert.False(tensor.AsSpan((96 * 96) - (21 * 96), 21 * 96).ContainsAnyExcept(114f));
        Assert.DoesNotContain(-1f, tensor);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var picture = Picture.Noise(new FrameFormat(new PictureSize(160, 90), PixelLayout.I420), 6);
        var writer = new TensorWriter(s_format);
        var fits = ImageTransform.Stretch(picture.Format.Size, Box.Full, s_format.Size);

        Assert.Throws<ArgumentException>(() => writer.Write(picture.Frame, fits, new float[s_format.Count - 1]));
        Assert.Throws<ArgumentException>(() => writer.Write(picture.Frame, fits, new byte[s_format.Count]));
        Assert.Throws<ArgumentException>(() => writer.Write(picture.Frame, fits with { Picture = new PictureSize(159, 90) }, new float[s_format.Count]));
        Assert.Throws<ArgumentException>(() => writer.Write(picture.Frame, fits with { ScaleX = float.NaN }, new float[s_format.Count]));
        Assert.Throws<ArgumentException>(() => writer.Write(picture.Frame, fits with { ScaleY = -1 }, new float[s_format.Count]));
        Assert.Throws<ArgumentException>(() => new TensorWriter(s_format with { Std = ChannelValues.Zero }));
    }

    private static float[] Write(TensorWriter writer, Picture picture, ImageTransform transform)
    {
        var tensor = new float[s_format.Count];
        writer.Write(picture.Frame, transform, tensor);
        return tensor;
    }
}
