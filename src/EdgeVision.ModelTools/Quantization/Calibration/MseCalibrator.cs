namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// Searches the range whose 256 values, zero point rounded to an integer, give the least mean squared error, taking the
/// values of each bin as lying evenly. Upper and lower end are searched in turn, on a grid of ratios and then around the best.
/// </summary>
public sealed class MseCalibrator : ICalibrator
{
    private const int Rounds = 2;
    private const int Coarse = 80;
    private const int Fine = 8;
    private const double CoarseRatio = 1.0 / 8;
    private const double FineRatio = 1.0 / 64;

    public TensorRange RangeOf(TensorStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var bins = FilledBins.Of(statistics.Histogram);
        var (low, high) = ((double)Math.Min(0, statistics.Min), (double)Math.Max(0, statistics.Max));
        if (low == high)
        {
            return default;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var (fixedLow, best) = (low, high);
            high = Search(best, Math.Max(0, statistics.Max), end => bins.Error(fixedLow, end));
            var (fixedHigh, least) = (high, low);
            low = Search(least, Math.Min(0, statistics.Min), end => bins.Error(end, fixedHigh));
        }

        return new TensorRange((float)low, (float)high);
    }

    /// <summary>The best end between a thousandth of the outermost value and itself.</summary>
    private static double Search(double start, double outermost, Func<double, double> error)
    {
        if (outermost == 0)
        {
            return 0;
        }

        var (best, least) = (start, error(start));
        for (var step = 0; step <= Coarse; step++)
        {
            Try(outermost * Math.Pow(2, -step * CoarseRatio));
        }

        var centre = best;
        for (var step = -Fine; step <= Fine; step++)
        {
            var end = centre * Math.Pow(2, step * FineRatio);
            Try(Math.Abs(end) > Math.Abs(outermost) ? outermost : end);
        }

        return best;

        void Try(double end)
        {
            var one = error(end);
            if (one < least)
            {
                (best, least) = (end, one);
            }
        }
    }
}
