namespace EdgeVision.Core.Operating;

/// <summary>What an operating point costs on this machine.</summary>
/// <param name="LoadSeconds">From the model's bytes to the end of the first run.</param>
/// <param name="PeakRssBytes">Greatest resident memory of process and workers.</param>
/// <param name="AddedRssBytes">What loading and running added to it, at least 0.</param>
/// <param name="Rates">By rate, slowest first; the last one is back to back.</param>
/// <param name="Accuracy">Null when no labelled pictures were at hand.</param>
public sealed record MeasuredCost(
    double LoadSeconds, long PeakRssBytes, long AddedRssBytes, IReadOnlyList<RateCost> Rates, AccuracyBySize? Accuracy = null)
{
    /// <summary>The rate without pauses.</summary>
    public RateCost FlatOut => Rates[^1];

    /// <summary>Inferences per second that it can do at most.</summary>
    public double CapacityFps => FlatOut.AchievedFps;

    /// <summary>
    /// Cost at a rate that was not measured: latencies and the processor's load per second lie on a straight line between the
    /// measured neighbours; below the slowest and above the greatest rate, those stand.
    /// </summary>
    /// <param name="fps">Inferences per second, above 0; infinity for back to back.</param>
    public RateCost At(double fps)
    {
        if (Rates.FirstOrDefault(rate => rate.OfferedFps == fps) is { } measured)
        {
            return measured;
        }

        var above = 0;
        while (above < Rates.Count && Place(Rates[above]) < fps)
        {
            above++;
        }

        return above == 0 ? Rates[0] : above == Rates.Count ? FlatOut : Between(Rates[above - 1], Rates[above], fps);
    }

    /// <summary>A rate stands where it was offered, also when the point could not keep it.</summary>
    private static double Place(RateCost rate) => rate.OfferedFps ?? rate.AchievedFps;

    private static RateCost Between(RateCost low, RateCost high, double fps)
    {
        var share = (fps - Place(low)) / (Place(high) - Place(low));
        double Line(double from, double to) => from + (share * (to - from));
        double Load(Func<RateCost, double> each) => Line(each(low) * Place(low), each(high) * Place(high)) / fps;
        var energy = low.Energy is { } first && high.Energy is { } second
            ? new MeasuredEnergy(Load(rate => rate.Energy!.Joules), Math.Max(first.ErrorJoules, second.ErrorJoules), first.Source)
            : null;
        return new RateCost(
            fps, fps, 0, Line(low.P50Ms, high.P50Ms), Line(low.P95Ms, high.P95Ms),
            Load(rate => rate.CpuSeconds), Load(rate => rate.DeviceSeconds), energy);
    }
}
