namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>How ranges are chosen.</summary>
public enum CalibratorKind
{
    /// <summary>Everything that was seen.</summary>
    MinMax,

    /// <summary>All but the outermost few of the values.</summary>
    Percentile,

    /// <summary>The range that changes the distribution least (Kullback-Leibler divergence).</summary>
    Entropy,

    /// <summary>The range with the least mean squared rounding and clipping error.</summary>
    Mse,
}
