namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The range holds every value that was seen. Nothing is clipped; one outlier makes all steps coarse.</summary>
public sealed class MinMaxCalibrator : ICalibrator
{
    public TensorRange RangeOf(TensorStatistics statistics) =>
        new(Math.Min(0, statistics.Min), Math.Max(0, statistics.Max));
}
