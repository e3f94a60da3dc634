namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Chooses the range of a tensor's 8 bits from what was seen of its values.</summary>
public interface ICalibrator
{
    /// <summary>The range; it holds 0, so that padding and ReLU stay exact.</summary>
    /// <param name="statistics">Of at least one value, all of them finite.</param>
    TensorRange RangeOf(TensorStatistics statistics);
}
