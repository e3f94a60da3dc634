using EdgeVision.Core.Operating;

namespace EdgeVision.Service.Profiling;

/// <summary>One point of a decision.</summary>
internal sealed record DecisionPointJson(
    string Accelerator, int Threads, bool Spinning, double P50Ms, double P95Ms, double WorstMs, double CpuMs, double? Millijoules, double CapacityFps,
    double Utilisation, string? Lost)
{
    public static DecisionPointJson Of(OperatingPoint point, PredictedCost cost, string? lost) => new(
        point.Accelerator, point.Threads, point.Spinning, Math.Round(cost.P50Ms, 3), Math.Round(cost.P95Ms, 3), Math.Round(cost.WorstMs, 3),
        Math.Round(cost.CpuSeconds * 1000, 3), cost.InJoules ? Math.Round(cost.Energy * 1000, 3) : null, Math.Round(cost.CapacityFps, 2),
        Math.Round(cost.Utilisation, 4), lost);
}
