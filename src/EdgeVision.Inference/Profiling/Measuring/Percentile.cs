namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Percentiles by nearest rank: a value that was measured, with at least that share of all at or below it.</summary>
public static class Percentile
{
    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">0..1.</param>
    /// <exception cref="ArgumentException">There is no value, or the share is out of range.</exception>
    public static double Of(IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0 || share is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"the {share} quantile of {values.Count} values is not defined", nameof(values));
        }

        var sorted = values.ToArray();
        Array.Sort(sorted);

        // 0.95 · 20 is a hair above 19 in binary; the rank is 19.
        var rank = (int)Math.Ceiling((share * sorted.Length) - 1e-9);
        return sorted[Math.Clamp(rank - 1, 0, sorted.Length - 1)];
    }
}
