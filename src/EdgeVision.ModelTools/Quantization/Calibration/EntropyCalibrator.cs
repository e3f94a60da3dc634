namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// The threshold at which the distribution, clipped there and merged into as many levels as the integers have, differs
/// least from the distribution seen: least Kullback-Leibler divergence, as in "8-bit Inference with TensorRT"
/// (S. Migacz, GTC 2017). Departures: 256 levels instead of 128, since the codes are 0..255; a tensor with both signs is
/// clipped at the same distance on either side, never beyond what was seen; behind a ReLU the zeros count as their
/// neighbours do (as in NVIDIA's pytorch-quantization), for else they alone would decide.
/// </summary>
public sealed class EntropyCalibrator : ICalibrator
{
    private const int Candidates = 1024;

    public TensorRange RangeOf(TensorStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var counts = statistics.Histogram.Counts.ToArray();
        var zero = statistics.Histogram.ZeroBin;
        if (zero == 0 && counts.Length > 1)
        {
            counts[0] = counts[1];
        }

        var divergences = new ClippedDivergence(counts);
        var widest = Math.Max(zero, counts.Length - zero);
        var (reach, least) = (widest, double.PositiveInfinity);
        for (var bins = widest; bins > 0; bins -= Math.Max(1, widest / Candidates))
        {
            var divergence = divergences.Of(Math.Max(0, zero - bins), Math.Min(counts.Length, zero + bins));
            if (divergence < least)
            {
                (reach, least) = (bins, divergence);
            }
        }

        var threshold = reach * statistics.Histogram.BinWidth;
        return new TensorRange(
            (float)Math.Max(Math.Min(0, statistics.Min), -threshold), (float)Math.Min(Math.Max(0, statistics.Max), threshold));
    }
}
