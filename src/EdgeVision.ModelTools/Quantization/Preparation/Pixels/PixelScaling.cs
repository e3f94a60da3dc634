namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>value = (pixel - mean) / std, split in a part that all channels share and the rest.</summary>
/// <param name="Scale">Of the DequantizeLinear.</param>
/// <param name="ZeroPoint">Of the DequantizeLinear.</param>
/// <param name="Mean">What is left to subtract of each channel, in pixels.</param>
/// <param name="Factor">What is left to multiply each channel with.</param>
internal sealed record PixelScaling(float Scale, byte ZeroPoint, double[] Mean, double[] Factor)
{
    /// <summary>The pixels as numbers.</summary>
    public static PixelScaling None { get; } = new(1, 0, [], []);

    public bool HasMean => Mean.Any(static mean => mean != 0);

    public bool HasRest => HasMean || Factor.Any(static factor => factor != 1);

    /// <exception cref="ArgumentException">There are neither one nor as many numbers as channels, or a std is 0.</exception>
    public static PixelScaling Of(IReadOnlyList<float> mean, IReadOnlyList<float> std, int channels)
    {
        var means = PerChannel(nameof(mean), mean, channels);
        var deviations = PerChannel(nameof(std), std, channels);
        if (deviations.Contains(0))
        {
            throw new ArgumentException("a std of 0 divides by zero; write 1 for none", nameof(std));
        }

        var shared = means.Distinct().Count() == 1 && double.IsInteger(means[0]) && means[0] is >= 0 and <= 255;
        var zeroPoint = shared ? (byte)means[0] : (byte)0;
        var rest = Array.ConvertAll(means, value => value - zeroPoint);
        return deviations.Distinct().Count() == 1 && deviations[0] > 0
            ? new PixelScaling((float)(1 / deviations[0]), zeroPoint, rest, Array.ConvertAll(deviations, static _ => 1d))
            : new PixelScaling(1, zeroPoint, rest, Array.ConvertAll(deviations, static value => 1 / value));
    }

    private static double[] PerChannel(string name, IReadOnlyList<float> values, int channels) =>
        values.Count == channels ? [.. values.Select(static value => (double)value)]
        : values.Count == 1 ? [.. Enumerable.Repeat((double)values[0], channels)]
        : throw new ArgumentException($"{values.Count} numbers for {channels} channels; give one, or one for each channel", name);
}
