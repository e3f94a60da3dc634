namespace EdgeVision.Core.Operating;

/// <summary>
/// Chooses an operating point from measurements. Pure: the same points, policy and demand give the same decision, in whatever
/// order the points stand. A point is never chosen where another that may be chosen is no slower and no hungrier, and better in one.
/// </summary>
public static class OffloadChoice
{
    /// <summary>Idle threads that spin pay only when there is little idle time.</summary>
    public const double SpinningFrom = 0.7;

    /// <summary>Beyond this share of a point's capacity a queue would grow without end.</summary>
    public const double MostUtilisation = 0.95;

    /// <param name="points">What was measured, at least one point.</param>
    /// <param name="policy">What a person asked for.</param>
    /// <param name="demand">Of the cameras that share the accelerator, at least one.</param>
    /// <exception cref="ArgumentException">There is no point or no demand, or a demand's rate is not above 0.</exception>
    public static OffloadDecision Choose(IReadOnlyList<PointCost> points, OffloadPolicy policy, IReadOnlyList<CameraDemand> demand)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (points.Count == 0)
        {
            throw new ArgumentException("nothing was measured, so nothing can be chosen", nameof(points));
        }

        if (demand.Count == 0 || demand.Any(static one => !(one.Fps > 0)))
        {
            throw new ArgumentException("the choice needs at least one camera with a rate above 0", nameof(demand));
        }

        var inJoules = points.All(static point => point.Cost.Rates.All(static rate => rate.Energy is not null));
        var ranked = points.Select(point => new Contender(point, Predict(point.Cost, demand, inJoules), policy, demand))
            .Order(Contender.BestFirst).ToList();
        return Decide(ranked, policy, demand);
    }

    /// <summary>What a cost means for a demand.</summary>
    /// <param name="cost">Of the point.</param>
    /// <param name="demand">Of the cameras that share it.</param>
    /// <param name="inJoules">Whether to count energy in joules, which the cost must have, or in seconds of work.</param>
    public static PredictedCost Predict(MeasuredCost cost, IReadOnlyList<CameraDemand> demand, bool inJoules)
    {
        var fps = demand.Sum(static one => one.Fps);
        var at = cost.At(fps);
        var energy = inJoules ? at.Energy!.Joules : at.WorkSeconds;
        return new PredictedCost(
            at.P50Ms, at.P95Ms, at.P95Ms + ((demand.Count - 1) * at.P50Ms), at.CpuSeconds, energy, inJoules, cost.CapacityFps,
            double.IsPositiveInfinity(fps) ? 1 : fps / cost.CapacityFps);
    }

    private static OffloadDecision Decide(List<Contender> ranked, OffloadPolicy policy, IReadOnlyList<CameraDemand> demand)
    {
        var best = ranked[0];
        var losers = ranked.Skip(1).Select(other => new RunnerUp(other.Point.Point, other.Predicted, DecisionWords.Lost(best, other))).ToList();
        return new OffloadDecision(
            best.Point.Point, best.Predicted, best.MeetsDemand, DecisionWords.Why(best, ranked, policy, demand), policy, demand, losers);
    }
}
