using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Tests.Quantization;

/// <summary>Seeded values, inputs and pictures.</summary>
internal static class Draw
{
    public static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    public static float Laplace(Random random)
    {
        var u = random.NextDouble() - 0.5;
        return (float)(-Math.Sign(u) * Math.Log(1 - (2 * Math.Abs(u))));
    }

    /// <summary>Values as layers make them, by a name.</summary>
    public static float[] Values(string distribution, int count, int seed = 7)
    {
        var random = new Random(seed);
        Func<float> draw = distribution switch
        {
            "normal" => () => Normal(random),
            "laplace" => () => Laplace(random),
            "relu" => () => Math.Max(0, Normal(random)),
            "shifted" => () => 3 + Normal(random),
            "negative" => () => -Math.Abs(Laplace(random)),
            "silu" => () => Silu(2 * Normal(random)),
            "outlier" => () => random.Next(20_000) == 0 ? 60 : Normal(random),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
        };
        return [.. Enumerable.Range(0, count).Select(_ => draw())];
    }

    /// <summary>A picture input for hand-built nets of three channels.</summary>
    public static ModelInput Input(int size) => new()
    {
        Name = "x",
        Size = new PictureSize(size, size),
        Color = ChannelOrder.Rgb,
        Resize = ResizeMode.Stretch,
        Mean = [127],
        Std = [64],
    };

    /// <summary>Pictures of noise around a colour that differs by picture.</summary>
    public static CalibrationSet Pictures(int count, int width, int height, int seed = 3) => new("noise", count, index => Noise(width, height, seed + index));

    private static CalibrationFrame Noise(int width, int height, int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[3 * width * height];
        var centre = random.Next(40, 216);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(centre + (30 * Normal(random)), 0, 255);
        }

        return new CalibrationFrame(new FrameFormat(new PictureSize(width, height), PixelLayout.Rgb24), pixels);
    }

    private static float Silu(float value) => value / (1 + MathF.Exp(-value));
}
