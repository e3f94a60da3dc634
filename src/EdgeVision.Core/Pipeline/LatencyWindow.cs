namespace EdgeVision.Core.Pipeline;

/// <summary>The last 256 latencies, for percentiles. Adding allocates nothing.</summary>
public sealed class LatencyWindow
{
    private readonly double[] _milliseconds = new double[256];
    private readonly Lock _gate = new();
    private long _count;

    public void Add(TimeSpan latency)
    {
        lock (_gate)
        {
            _milliseconds[_count++ % _milliseconds.Length] = latency.TotalMilliseconds;
        }
    }

    /// <summary>The value below which the given share of the window lies, in ms; null while empty (nearest rank).</summary>
    public double? Percentile(double share)
    {
        double[] sorted;
        lock (_gate)
        {
            sorted = _milliseconds[..(int)Math.Min(_count, _milliseconds.Length)];
        }

        if (sorted.Length == 0)
        {
            return null;
        }

        Array.Sort(sorted);
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
