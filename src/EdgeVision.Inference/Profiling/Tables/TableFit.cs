using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Turns raw samples into costs.</summary>
public static class TableFit
{
    /// <summary>Costs of all points, and how good a choice made by them is.</summary>
    /// <param name="samples">With at least one point.</param>
    /// <param name="head">Where they come from; its regret is worked out here.</param>
    /// <exception cref="ArgumentException">No point could be measured.</exception>
    public static OperatingTable Fit(ProfileSamples samples, TableHead head)
    {
        if (samples.Points.Count == 0)
        {
            throw new ArgumentException(
                $"no operating point of {head.Model} could be measured: {string.Join("; ", samples.Unusable.Select(static one => $"{one.Key}: {one.Value}"))}", nameof(samples));
        }

        // The choice may not be judged by the very samples it was made from.
        var regret = samples.Points.Count == 1 ? null : Regret.Of(Half(samples, odd: false), Half(samples, odd: true), Regret.UsualDemands);
        return new OperatingTable(head with { Regret = regret }, [.. samples.Points.Select(Cost)], samples.Unusable);
    }

    /// <summary>A point's cost.</summary>
    public static PointCost Cost(PointSamples samples) => new(
        samples.Point, samples.Family,
        new MeasuredCost(
            samples.LoadSeconds, samples.PeakRssBytes, samples.AddedRssBytes,
            [.. samples.Rates.Select(rate => Cost(rate, isDevice: samples.Family != AcceleratorFamily.Cpu))]));

    private static RateCost Cost(RateSamples samples, bool isDevice)
    {
        var count = samples.LatencyMs.Count;
        var flat = samples.OfferedFps is null;
        return new RateCost(
            samples.OfferedFps,

            // Of half of the samples the window's length is not known; back to back, their sum is it.
            flat ? 1000 / samples.LatencyMs.Average() : Math.Min(samples.OfferedFps!.Value, count / samples.Seconds),
            count, Percentile.Of(samples.LatencyMs, 0.5), Percentile.Of(samples.LatencyMs, 0.95),
            samples.CpuMs.Average() / 1000, isDevice ? samples.RunMs.Average() / 1000 : 0, samples.Energy);
    }

    private static List<PointCost> Half(ProfileSamples samples, bool odd) =>
        [.. samples.Points.Select(point => Cost(point with { Rates = [.. point.Rates.Select(rate => rate.Half(odd))] }))];
}
