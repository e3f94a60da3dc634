namespace EdgeVision.Core.Operating;

/// <summary>Judges the choice against an exhaustive search that knows what the choice does not.</summary>
public static class Regret
{
    /// <summary>One, two and four cameras at 1, 5 and 15 fps with a short and a usual deadline, and one as fast as possible.</summary>
    public static IReadOnlyList<IReadOnlyList<CameraDemand>> UsualDemands { get; } =
    [
        .. from cameras in (int[])[1, 2, 4]
           from fps in (double[])[1, 5, 15]
           from deadline in (int[])[100, 500]
           select Same(cameras, fps, deadline),
        Same(1, double.PositiveInfinity, 500),
    ];

    /// <summary>The regret of choosing from <paramref name="known"/> when <paramref name="truth"/> holds.</summary>
    /// <param name="known">What the choice sees.</param>
    /// <param name="truth">The same points as they really are.</param>
    /// <param name="demands">At least one.</param>
    /// <exception cref="ArgumentException">The points differ, or there is no demand.</exception>
    public static TableRegret Of(
        IReadOnlyList<PointCost> known, IReadOnlyList<PointCost> truth, IReadOnlyList<IReadOnlyList<CameraDemand>> demands)
    {
        var real = truth.ToDictionary(static one => one.Point);
        if (demands.Count == 0 || real.Count != known.Count || known.Any(one => !real.ContainsKey(one.Point)))
        {
            throw new ArgumentException("regret compares the same points under at least one demand", nameof(truth));
        }

        var judged = demands.Select(demand => Judge(OffloadChoice.Choose(known, OffloadPolicy.Auto, demand), truth, demand)).ToList();
        return new TableRegret(
            judged.Average(static one => one.Regret), judged.Max(static one => one.Regret), judged.Count, judged.Count(static one => one.IsMiss));
    }

    private static (double Regret, bool IsMiss) Judge(OffloadDecision decision, IReadOnlyList<PointCost> truth, IReadOnlyList<CameraDemand> demand)
    {
        var inJoules = truth.All(static one => one.Cost.Rates.All(static rate => rate.Energy is not null));
        var all = truth.Select(point => new Contender(point, OffloadChoice.Predict(point.Cost, demand, inJoules), OffloadPolicy.Auto, demand)).ToList();
        var picked = all.First(one => one.Point.Point == decision.Chosen);

        // What may not be chosen is no yardstick.
        var allowed = all.Where(static one => !one.SpinsInVain).DefaultIfEmpty(picked).ToList();
        var able = allowed.Where(static one => one.MeetsDemand).ToList();
        var regret = able.Count > 0
            ? Above(picked.Predicted.Product, able.Min(static one => one.Predicted.Product))
            : Above(picked.Predicted.P95Ms, allowed.Min(static one => one.Predicted.P95Ms));
        return (regret, able.Count > 0 && !picked.MeetsDemand);
    }

    private static double Above(double picked, double best) => best > 0 ? Math.Max(0, (picked / best) - 1) : 0;

    private static CameraDemand[] Same(int cameras, double fps, int deadlineMs) =>
        [.. Enumerable.Range(1, cameras).Select(index => new CameraDemand($"camera {index}", fps, TimeSpan.FromMilliseconds(deadlineMs)))];
}
