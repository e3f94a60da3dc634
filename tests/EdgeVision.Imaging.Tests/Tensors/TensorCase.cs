using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Imaging.Tests.Pictures;

namespace EdgeVision.Imaging.Tests.Tensors;

/// <summary>A random picture, transform and tensor format, from one number.</summary>
internal sealed record TensorCase(Picture Picture, ImageTransform Transform, TensorFormat Format)
{
    internal static TensorCase From(int seed)
    {
        var random = new Random(seed);
        var source = new FrameFormat(
            new PictureSize(random.Next(1, 150), random.Next(1, 70)),
            (PixelLayout)random.Next(3),
            (YuvMatrix)random.Next(2),
            (YuvRange)random.Next(2));
        var format = new TensorFormat(new PictureSize(random.Next(1, 120), random.Next(1, 50)))
        {
            Layout = (TensorLayout)random.Next(2),
            Element = (TensorElement)random.Next(2),
            Order = (ChannelOrder)random.Next(2),
            Pad = (byte)random.Next(256),
            Mean = random.Next(2) == 0 ? ChannelValues.Zero : new ChannelValues(123.675f, 116.28f, 103.53f),
            Std = random.Next(2) == 0 ? ChannelValues.One : new ChannelValues(58.4f, 57.1f, 57.4f),
        };
        var region = random.Next(2) == 0
            ? Box.Full
            : new Box(0.6f * random.NextSingle(), 0.6f * random.NextSingle(), 0.1f + (0.3f * random.NextSingle()), 0.1f + (0.3f * random.NextSingle()));
        var transform = random.Next(2) == 0
            ? ImageTransform.Stretch(source.Size, region, format.Size)
            : ImageTransform.Letterbox(source.Size, region, format.Size, centred: random.Next(2) == 0);
        return new TensorCase(Picture.Noise(source, seed), transform, format);
    }

    /// <summary>The tensor by the fast writer or the plain one, as doubles.</summary>
    internal double[] Write(bool scalar = false) => Format.Element == TensorElement.Float32
        ? Array.ConvertAll(Floats(scalar), static value => (double)value)
        : Array.ConvertAll(Bytes(scalar), static value => (double)value);

    /// <summary>The greatest difference, in steps of one pixel value.</summary>
    internal double Distance(double[] left, double[] right)
    {
        double worst = 0;
        var plane = Format.Size.Pixels;
        for (var i = 0; i < left.Length; i++)
        {
            var channel = Format.Layout == TensorLayout.Nchw ? i / plane : i % 3;
            var step = Format.Element == TensorElement.UInt8 ? 1 : 1 / Format.Std[channel];
            worst = Math.Max(worst, double.IsNaN(right[i]) ? 0 : Math.Abs(left[i] - right[i]) / step);
        }

        return worst;
    }

    private float[] Floats(bool scalar)
    {
        var tensor = new float[Format.Count];
        Array.Fill(tensor, float.NaN);
        if (scalar)
        {
            new ScalarTensorWriter(Format).Write(Picture.Frame, Transform, tensor);
        }
        else
        {
            new TensorWriter(Format).Write(Picture.Frame, Transform, tensor);
        }

        return tensor;
    }

    private byte[] Bytes(bool scalar)
    {
        var tensor = new byte[Format.Count];
        if (scalar)
        {
            new ScalarTensorWriter(Format).Write(Picture.Frame, Transform, tensor);
        }
        else
        {
            new TensorWriter(Format).Write(Picture.Frame, Transform, tensor);
        }

        return tensor;
    }
}
