namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>value = (pixel - mean) / std, split in a part that all channels share and the rest.</summary>
/// <param name="Scale">Of the DequantizeLinear.</param>
/// <param name="ZeroPoint">Of the DequantizeLinear.</param>
/// <param name="Mean">What is left to subtract of each channel, in pixels.</param>
/// <param name="Factor">What is left to multiply each channel with.</param>
internal sealed record PixelScaling(float Scale, byte ZeroPoint, double[] Mean, double[] Factor)
{
    public bool HasMean => Mean.Any(static mean => mean != 0);

    public bool HasRest => HasMean || Factor.Any(static factor => factor != 1);

    /// <param name="means">For each channel.</param>
    /// <param name="deviations">For each channel; none is 0.</param>
    public static PixelScaling Of(double[] means, double[] deviations)
    {
        var shared = means.All(mean => IsWhole(mean) && Math.Round(mean) == Math.Round(means[0]));
        var zeroPoint = shared ? (byte)Math.Round(means[0]) : (byte)0;
        var rest = shared ? new double[means.Length] : means;
        return deviations.Distinct().Count() == 1 && deviations[0] > 0
            ? new PixelScaling((float)(1 / deviations[0]), zeroPoint, rest, Array.ConvertAll(deviations, static _ => 1d))
            : new PixelScaling(1, zeroPoint, rest, Array.ConvertAll(deviations, static value => 1 / value));
    }

    /// <summary>One number for each channel, of one for all or one for each.</summary>
    /// <exception cref="ArgumentException">There are neither one nor as many numbers as channels.</exception>
    public static double[] PerChannel(string name, IReadOnlyList<float> values, int channels) =>
        values.Count == channels ? [.. values.Select(static value => (double)value)]
        : values.Count == 1 ? [.. Enumerable.Repeat((double)values[0], channels)]
        : throw new ArgumentException($"{values.Count} numbers for {channels} channels; give one, or one for each channel", name);

    /// <summary>A pixel value, but for the rounding of floats that a model's own normalisation is made of.</summary>
    private static bool IsWhole(double mean) => Math.Round(mean) is >= 0 and <= 255 && Math.Abs(mean - Math.Round(mean)) < 1e-4;
}
