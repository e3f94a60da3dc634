namespace EdgeVision.Core.Operating;

/// <summary>What an inference costs at one rate of arrivals.</summary>
/// <param name="OfferedFps">Arrivals per second, in the open: they do not wait for each other; null when run back to back.</param>
/// <param name="AchievedFps">Inferences per second that ended.</param>
/// <param name="Inferences">How many were measured.</param>
/// <param name="P50Ms">Median time from arrival to completion.</param>
/// <param name="P95Ms">95th percentile of it.</param>
/// <param name="CpuSeconds">Processor time per inference of this process and its workers, idle spinning between arrivals included.</param>
/// <param name="DeviceSeconds">Time per inference that a device beside the CPU was busy; 0 for the CPU.</param>
/// <param name="Energy">Null where there is no sensor.</param>
public sealed record RateCost(
    double? OfferedFps, double AchievedFps, int Inferences, double P50Ms, double P95Ms, double CpuSeconds, double DeviceSeconds, MeasuredEnergy? Energy)
{
    /// <summary>
    /// Stands for energy where no sensor tells it: seconds that any processor worked for one inference. A device beside the
    /// CPU counts as one busy core, so that a slow one is not taken to be free.
    /// </summary>
    public double WorkSeconds => CpuSeconds + DeviceSeconds;
}
