namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>The published entropy calibration, step by step on the values themselves, without running sums.</summary>
internal static class NaiveEntropy
{
    private const int Levels = 256;

    /// <summary>The threshold with the least divergence, over the same candidates, in bins.</summary>
    public static int Threshold(float[] values, double width)
    {
        var lowest = (int)Math.Floor(Math.Min(0, values.Min()) / width);
        var counts = new double[(int)Math.Floor(Math.Max(0, values.Max()) / width) - lowest + 1];
        foreach (var value in values)
        {
            counts[(int)Math.Floor(value / width) - lowest]++;
        }

        if (lowest == 0)
        {
            counts[0] = counts[1];
        }

        var widest = Math.Max(-lowest, counts.Length + lowest);
        var (best, least) = (widest, double.PositiveInfinity);
        for (var bins = widest; bins > 0; bins -= widest / 1024)
        {
            var from = Math.Max(0, -lowest - bins);
            var divergence = Divergence(counts, from, Math.Min(counts.Length, bins - lowest));
            if (divergence < least - 1e-12)
            {
                (best, least) = (bins, divergence);
            }
        }

        return best;
    }

    public static double Divergence(double[] counts, int from, int to)
    {
        var inside = counts[from..to];
        if (inside.Length < Levels)
        {
            return double.PositiveInfinity;
        }

        var p = inside.ToArray();
        p[0] += counts[..from].Sum();
        p[^1] += counts[to..].Sum();
        var q = Merged(inside);
        var (allP, allQ, sum) = (p.Sum(), q.Sum(), 0.0);
        for (var bin = 0; bin < p.Length; bin++)
        {
            if (p[bin] > 0)
            {
                sum += q[bin] > 0 ? p[bin] / allP * Math.Log(p[bin] / allP / (q[bin] / allQ)) : double.PositiveInfinity;
            }
        }

        return sum;
    }

    /// <summary>Each level's sum, spread over its bins that are not empty.</summary>
    private static double[] Merged(double[] bins)
    {
        var merged = new double[bins.Length];
        for (var level = 0; level < Levels; level++)
        {
            var (start, end) = (level * bins.Length / Levels, (level + 1) * bins.Length / Levels);
            var filled = bins[start..end].Count(static count => count > 0);
            for (var bin = start; bin < end; bin++)
            {
                merged[bin] = bins[bin] > 0 ? bins[start..end].Sum() / filled : 0;
            }
        }

        return merged;
    }
}
