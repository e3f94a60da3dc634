using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Raw figures of one rate. Arrays have one entry for each inference, in order.</summary>
/// <param name="OfferedFps">Arrivals per second; null when run back to back.</param>
/// <param name="Seconds">Length of the window.</param>
/// <param name="LatencyMs">From arrival to completion.</param>
/// <param name="RunMs">Of that, in the accelerator.</param>
/// <param name="CpuMs">Processor time from this arrival's start to the next one's, pauses included.</param>
/// <param name="Energy">Of the window, per inference; null without a sensor.</param>
public sealed record RateSamples(
    double? OfferedFps, double Seconds, IReadOnlyList<double> LatencyMs, IReadOnlyList<double> RunMs, IReadOnlyList<double> CpuMs, MeasuredEnergy? Energy)
{
    /// <summary>Every other inference.</summary>
    /// <param name="odd">The second, fourth, … instead of the first, third, …</param>
    public RateSamples Half(bool odd)
    {
        static double[] Pick(IReadOnlyList<double> all, bool odd) => [.. all.Where((_, index) => index % 2 == 1 == odd)];
        return LatencyMs.Count < 2 ? this : this with { LatencyMs = Pick(LatencyMs, odd), RunMs = Pick(RunMs, odd), CpuMs = Pick(CpuMs, odd) };
    }
}
