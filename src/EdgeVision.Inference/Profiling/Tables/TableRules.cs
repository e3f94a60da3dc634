using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>What must hold of a table for its figures to be used.</summary>
internal static class TableRules
{
    /// <summary>Null when all holds; else what does not.</summary>
    public static string? Refusal(OperatingTable table)
    {
        if (table.Points.Count == 0)
        {
            return "it has no point";
        }

        if (table.Points.Select(static one => one.Point).Distinct().Count() < table.Points.Count)
        {
            return "it has a point twice";
        }

        return table.Points.Select(point => Refusal(table, point)).FirstOrDefault(static one => one is not null);
    }

    private static string? Refusal(OperatingTable table, PointCost point)
    {
        var name = ProfileSamples.NameOf(point.Point);
        if (point.Point.ModelSha256 != table.Head.Key.ModelSha256)
        {
            return $"point {name} is of another model than its head says";
        }

        if (point.Point.Threads < 1 || point.Point.Accelerator.Length == 0)
        {
            return $"point {name} has no accelerator or no thread";
        }

        var cost = point.Cost;
        if (!IsAmount(cost.LoadSeconds) || cost.PeakRssBytes < 0 || cost.AddedRssBytes < 0)
        {
            return $"point {name} has a load time or memory below 0";
        }

        return Refusal(cost.Rates) is { } refusal ? $"point {name} {refusal}" : null;
    }

    private static string? Refusal(IReadOnlyList<RateCost> rates)
    {
        if (rates.Count == 0 || rates[^1].OfferedFps is not null || rates.SkipLast(1).Any(static rate => rate.OfferedFps is not > 0))
        {
            return "has no paced rates followed by one back to back";
        }

        for (var i = 2; i < rates.Count; i++)
        {
            if (!(rates[i - 1].OfferedFps > rates[i - 2].OfferedFps))
            {
                return "has rates that do not grow";
            }
        }

        return rates.All(IsSound) ? null : "has a latency, rate or time that is not above 0";
    }

    private static bool IsSound(RateCost rate) =>
        IsAbove0(rate.AchievedFps) && rate.Inferences > 0 && IsAbove0(rate.P50Ms) && rate.P95Ms >= rate.P50Ms && double.IsFinite(rate.P95Ms)
        && IsAmount(rate.CpuSeconds) && IsAmount(rate.DeviceSeconds)
        && (rate.Energy is not { } energy || (IsAmount(energy.Joules) && IsAmount(energy.ErrorJoules)));

    private static bool IsAbove0(double value) => value > 0 && double.IsFinite(value);

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);
}
