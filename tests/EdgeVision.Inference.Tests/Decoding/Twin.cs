namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>What the twins share.</summary>
internal static class Twin
{
    /// <summary>The first of the greatest, and it in 0..1; NaN when any is.</summary>
    public static (int Best, double Confidence) Best(IEnumerable<float> values)
    {
        var all = values.ToArray();
        return all.Any(float.IsNaN) ? (0, double.NaN) : (Array.IndexOf(all, all.Max()), Clip(all.Max()));
    }

    public static double Clip(float value) => float.IsNaN(value) ? double.NaN : Math.Min(1, Math.Max(0, (double)value));

    /// <summary>NaN where no distribution comes of it.</summary>
    public static double[] Softmax(IEnumerable<float> logits)
    {
        var all = logits.Select(value => (double)value).ToArray();
        var greatest = all.Any(double.IsNaN) ? double.NaN : all.Max();
        var weights = all.Select(value => Math.Exp(value - greatest)).ToArray();
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
