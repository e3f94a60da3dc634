namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>The weights of one node in signed 8 bits, symmetric about zero.</summary>
/// <param name="Values">As the float weights lie.</param>
/// <param name="Scales">One for each output channel, or one for all.</param>
/// <param name="Bias">In steps of input scale · weight scale; null without one.</param>
internal sealed record QuantizedWeights(byte[] Values, float[] Scales, int[]? Bias);
