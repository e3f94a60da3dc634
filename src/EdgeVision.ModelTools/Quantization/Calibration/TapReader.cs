namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Is given a tensor's values, which are gone when it returns.</summary>
/// <param name="tensor">The tensor's name.</param>
/// <param name="values">All of them, row-major.</param>
public delegate void TapReader(string tensor, ReadOnlySpan<float> values);
