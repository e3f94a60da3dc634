namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The calibrators by their kind.</summary>
public static class Calibrators
{
    /// <param name="kind">Which.</param>
    /// <param name="percentile">For <see cref="CalibratorKind.Percentile"/> alone; above 50, up to 100.</param>
    public static ICalibrator Of(CalibratorKind kind, double percentile = PercentileCalibrator.DefaultPercentile) => kind switch
    {
        CalibratorKind.MinMax => new MinMaxCalibrator(),
        CalibratorKind.Percentile => new PercentileCalibrator(percentile),
        CalibratorKind.Entropy => new EntropyCalibrator(),
        CalibratorKind.Mse => new MseCalibrator(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a calibrator"),
    };
}
