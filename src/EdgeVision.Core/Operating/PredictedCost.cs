namespace EdgeVision.Core.Operating;

/// <summary>What a point will cost under a demand.</summary>
/// <param name="P50Ms">Median latency of one camera's inference.</param>
/// <param name="P95Ms">95th percentile of it.</param>
/// <param name="WorstMs">P95Ms when all cameras' frames come at once: the others' medians go before.</param>
/// <param name="CpuSeconds">Processor time per inference.</param>
/// <param name="Energy">Per inference: joules where <see cref="InJoules"/>, else seconds that a processor worked.</param>
/// <param name="InJoules">Whether every point of the comparison has a sensor's joules.</param>
/// <param name="CapacityFps">Inferences per second at most.</param>
/// <param name="Utilisation">The demand's share of that; 1 when as many as possible are asked for.</param>
public sealed record PredictedCost(
    double P50Ms, double P95Ms, double WorstMs, double CpuSeconds, double Energy, bool InJoules, double CapacityFps, double Utilisation)
{
    /// <summary>Latency × energy, the energy-delay product of Gonzalez and Horowitz (IEEE JSSC 31(9), 1996): low for what is both quick and frugal.</summary>
    public double Product => P95Ms * Energy;
}
