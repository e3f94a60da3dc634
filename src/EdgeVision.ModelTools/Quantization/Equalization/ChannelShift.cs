namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>By how much quantizing moves the mean of each channel.</summary>
/// <param name="Means">Mean of (quantized - float) of each output channel.</param>
/// <param name="Weight">Mean of their squares over the channels as a share of the mean square of the float values: how much it matters.</param>
public sealed record ChannelShift(IReadOnlyList<float> Means, double Weight);
