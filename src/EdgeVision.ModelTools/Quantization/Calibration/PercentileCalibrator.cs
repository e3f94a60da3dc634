namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Leaves out the same share of the values at either end. A quantile inside a bin is where it would be if the bin's values lay evenly.</summary>
public sealed class PercentileCalibrator : ICalibrator
{
    public const double DefaultPercentile = 99.99;

    private readonly double _share;

    /// <param name="percentile">Percent of the values that lie below the upper end, and above the lower one: 99.99, 99.999.</param>
    public PercentileCalibrator(double percentile = DefaultPercentile)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(percentile, 50);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentile, 100);
        _share = percentile / 100;
    }

    public TensorRange RangeOf(TensorStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var low = Quantile(statistics.Histogram, (1 - _share) * statistics.Count);
        var high = Quantile(statistics.Histogram, _share * statistics.Count);
        return new TensorRange(
            (float)Math.Clamp(low, Math.Min(0, statistics.Min), 0), (float)Math.Clamp(high, 0, Math.Max(0, statistics.Max)));
    }

    /// <summary>The point below which so many values lie.</summary>
    private static double Quantile(ValueHistogram histogram, double rank)
    {
        var below = 0L;
        for (var bin = 0; bin < histogram.Counts.Length; bin++)
        {
            var count = histogram.Counts[bin];
            if (count > 0 && below + count >= rank)
            {
                return histogram.LowerEdge(bin) + (histogram.BinWidth * (rank - below) / count);
            }

            below += count;
        }

        return histogram.LowerEdge(histogram.Counts.Length);
    }
}
