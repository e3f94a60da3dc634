namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Is given the same tensor's values out of two models, which are gone when it returns.</summary>
/// <param name="tensor">Its name in the first.</param>
/// <param name="reference">From the float model.</param>
/// <param name="other">From the other one, as many.</param>
internal delegate void PairReader(string tensor, ReadOnlySpan<float> reference, ReadOnlySpan<float> other);
