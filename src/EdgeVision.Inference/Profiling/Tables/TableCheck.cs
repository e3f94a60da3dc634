using System.Globalization;
using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Whether a stored table still tells the truth.</summary>
/// <param name="margin">How far a figure may be off: 0.25 lets 1.25 times as much and as little pass.</param>
/// <param name="worstRegret">The greatest regret that is accepted.</param>
public sealed class TableCheck(double margin, double worstRegret)
{
    /// <summary>The points that the usual demands lead to: those whose figures matter.</summary>
    public static IReadOnlyList<OperatingPoint> PointsThatMatter(OperatingTable table) =>
        [.. Regret.UsualDemands.Select(demand => OffloadChoice.Choose(table.Points, OffloadPolicy.Auto, demand).Chosen).Distinct().Order(PointCost.Order)];

    /// <summary>A line for each figure that is off, and for a regret above the bound; none when the table holds.</summary>
    /// <param name="stored">The table.</param>
    /// <param name="anew">Points of it, measured again.</param>
    /// <param name="unusable">Points that did not run this time, with the reason.</param>
    public IReadOnlyList<string> Problems(OperatingTable stored, IReadOnlyList<PointCost> anew, IReadOnlyDictionary<string, string> unusable)
    {
        var was = stored.Points.ToDictionary(static one => one.Point, static one => one.Cost);
        return
        [
            .. anew.SelectMany(point => Compare(ProfileSamples.NameOf(point.Point), was[point.Point], point.Cost)),
            .. unusable.Select(static one => $"{one.Key} ran and does no more: {one.Value}"),
            .. stored.Head.Regret is { } regret && regret.Worst > worstRegret
                ? new[] { Text($"the choice's worst regret is {regret.Worst:0.000}, more than {worstRegret:0.000}") }
                : [],
        ];
    }

    private IEnumerable<string> Compare(string name, MeasuredCost stored, MeasuredCost now)
    {
        foreach (var rate in now.Rates)
        {
            if (stored.Rates.FirstOrDefault(one => one.OfferedFps == rate.OfferedFps) is not { } was)
            {
                continue;
            }

            var where = rate.OfferedFps is { } fps ? Text($"{name} at {fps:0.##} fps") : $"{name} back to back";
            if (IsOff(was.P50Ms, rate.P50Ms))
            {
                yield return Text($"{where}: median {rate.P50Ms:0.00} ms, the table has {was.P50Ms:0.00} ms ({rate.P50Ms / was.P50Ms:0.00} ×)");
            }

            if (IsOff(was.WorkSeconds, rate.WorkSeconds))
            {
                yield return Text($"{where}: {rate.WorkSeconds * 1000:0.00} ms of work, the table has {was.WorkSeconds * 1000:0.00} ms ({rate.WorkSeconds / was.WorkSeconds:0.00} ×)");
            }
        }
    }

    private bool IsOff(double stored, double now) => now > stored * (1 + margin) || stored > now * (1 + margin);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
