using EdgeVision.Core.Operating;

namespace EdgeVision.Service.Profiling;

/// <summary>A point at one rate of arrivals.</summary>
internal sealed record ProfileRateJson(
    double? OfferedFps, double AchievedFps, int Inferences, double P50Ms, double P95Ms, double CpuMs, double? Millijoules, string? EnergySource)
{
    public static ProfileRateJson Of(RateCost rate) => new(
        rate.OfferedFps, Math.Round(rate.AchievedFps, 2), rate.Inferences, Math.Round(rate.P50Ms, 3), Math.Round(rate.P95Ms, 3),
        Math.Round(rate.CpuSeconds * 1000, 3), rate.Energy is { } energy ? Math.Round(energy.Joules * 1000, 3) : null, rate.Energy?.Source);
}
