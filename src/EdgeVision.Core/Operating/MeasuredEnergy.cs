namespace EdgeVision.Core.Operating;

/// <summary>Energy of one inference, above what the idle machine draws.</summary>
/// <param name="Joules">Mean over the window.</param>
/// <param name="ErrorJoules">Greatest error that the sensor's step and period explain.</param>
/// <param name="Source">Which sensor: "rapl package-0".</param>
public sealed record MeasuredEnergy(double Joules, double ErrorJoules, string Source);
