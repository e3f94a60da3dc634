namespace EdgeVision.ModelTools.Quantization.Measuring;

/// <summary>
/// Times two models in turns, so that a machine that slows down slows both, and goes on until the median of the turns'
/// ratios is known well enough: its 95 % interval by order statistics, which asks nothing of the noise's shape.
/// </summary>
/// <param name="BaselineMs">Median run of the first.</param>
/// <param name="CandidateMs">Median run of the second.</param>
/// <param name="Ratio">Median of second by first within one turn.</param>
/// <param name="Uncertainty">Half of that median's 95 % interval.</param>
/// <param name="Turns">How many it took.</param>
public sealed record LatencyComparison(double BaselineMs, double CandidateMs, double Ratio, double Uncertainty, int Turns)
{
    private const int Least = 15;

    /// <param name="baseline">The first.</param>
    /// <param name="candidate">The second.</param>
    /// <param name="tolerance">Uncertainty that is good enough.</param>
    /// <param name="most">Turns after which it ends anyway, at least 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static LatencyComparison Measure(
        TimedModel baseline, TimedModel candidate, double tolerance, int most, CancellationToken cancellation)
    {
        var (first, second, ratios) = (new List<double>(), new List<double>(), new List<double>());
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // Who goes first finds the caches as the other left them, so they change places.
            var (a, b) = ratios.Count % 2 == 0 ? (baseline.RunMs(), candidate.RunMs()) : Swap(candidate.RunMs(), baseline.RunMs());
            first.Add(a);
            second.Add(b);
            ratios.Add(b / a);
            if (ratios.Count >= Math.Min(Least, most) && (ratios.Count >= most || Uncertain(ratios) <= tolerance))
            {
                return new LatencyComparison(Median(first), Median(second), Median(ratios), Uncertain(ratios), ratios.Count);
            }
        }
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Half of the interval between the order statistics n/2 -+ 0.98 sqrt(n), which holds the median in 95 of 100 cases.</summary>
    internal static double Uncertain(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        var reach = 0.98 * Math.Sqrt(sorted.Length);
        var low = Math.Max(0, (int)Math.Floor((sorted.Length / 2.0) - reach));
        var high = Math.Min(sorted.Length - 1, (int)Math.Ceiling((sorted.Length / 2.0) + reach));
        return (sorted[high] - sorted[low]) / 2;
    }

    private static (double First, double Second) Swap(double second, double first) => (first, second);
}
