namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The values of one tensor that its 8 bits shall stand for.</summary>
/// <param name="Min">Least value; more negative ones are clipped.</param>
/// <param name="Max">Greatest value, at least Min.</param>
public readonly record struct TensorRange(float Min, float Max);
