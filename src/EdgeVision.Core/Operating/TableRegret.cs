namespace EdgeVision.Core.Operating;

/// <summary>
/// How much more the choice costs than the best point would have: latency × energy of the pick over that of the best, less 1;
/// latency alone where no point keeps the demand.
/// The choice sees one half of the samples, the exhaustive search over all points the other.
/// </summary>
/// <param name="Mean">Over the demands.</param>
/// <param name="Worst">Of one demand.</param>
/// <param name="Demands">How many were tried.</param>
/// <param name="Missed">For how many the pick misses rate or deadline though another point keeps both.</param>
public sealed record TableRegret(double Mean, double Worst, int Demands, int Missed);
