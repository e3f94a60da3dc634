namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// How much a histogram changes when it is clipped and merged into levels. P is the histogram within the range with all
/// that lies outside added to its first and last bin; Q spreads the sum of each level evenly over the level's bins that
/// are not empty. Running sums make one answer cost as many steps as there are levels, not bins.
/// </summary>
internal sealed class ClippedDivergence
{
    public const int Levels = 256;

    private readonly long[] _counts;
    private readonly long[] _sum;
    private readonly int[] _filled;
    private readonly double[] _logs;

    public ClippedDivergence(long[] counts)
    {
        _counts = counts;
        _sum = new long[counts.Length + 1];
        _filled = new int[counts.Length + 1];
        _logs = new double[counts.Length + 1];
        for (var bin = 0; bin < counts.Length; bin++)
        {
            _sum[bin + 1] = _sum[bin] + counts[bin];
            _filled[bin + 1] = _filled[bin] + (counts[bin] > 0 ? 1 : 0);
            _logs[bin + 1] = _logs[bin] + TimesLog(counts[bin], counts[bin]);
        }
    }

    /// <summary>Kullback-Leibler divergence of Q from P in nats; infinite for fewer bins than levels, and where P is and Q is not.</summary>
    /// <param name="from">The first bin inside.</param>
    /// <param name="to">The first bin beyond.</param>
    public double Of(int from, int to)
    {
        var (total, inside) = (_sum[^1], _sum[to] - _sum[from]);
        if (to - from < Levels || inside == 0)
        {
            return double.PositiveInfinity;
        }

        var sum = 0.0;
        for (var level = 0; level < Levels; level++)
        {
            var (start, end) = Level(from, to, level);
            var count = _sum[end] - _sum[start];
            sum += _logs[end] - _logs[start];
            sum -= count == 0 ? 0 : count * Math.Log(Spread(start, end));
        }

        sum += Clipped(from, _sum[from], Level(from, to, 0)) + Clipped(to - 1, total - _sum[to], Level(from, to, Levels - 1));
        return (sum / total) + Math.Log((double)inside / total);
    }

    private static (int Start, int End) Level(int from, int to, int level) =>
        (from + (int)((long)level * (to - from) / Levels), from + (int)((long)(level + 1) * (to - from) / Levels));

    private double Spread(int start, int end) => (double)(_sum[end] - _sum[start]) / (_filled[end] - _filled[start]);

    /// <summary>What an edge bin's term grows by when the clipped values are added to it.</summary>
    private double Clipped(int bin, long clipped, (int Start, int End) level)
    {
        if (clipped == 0)
        {
            return 0;
        }

        var count = _counts[bin];
        if (count == 0)
        {
            return double.PositiveInfinity;
        }

        var spread = Spread(level.Start, level.End);
        return TimesLog(count + clipped, (count + clipped) / spread) - TimesLog(count, count / spread);
    }

    private static double TimesLog(long count, double of) => count == 0 ? 0 : count * Math.Log(of);
}
