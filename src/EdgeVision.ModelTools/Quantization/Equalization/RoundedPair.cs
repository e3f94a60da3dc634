namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>A convolution that is computed twice.</summary>
/// <param name="Conv">The node's name.</param>
/// <param name="Output">What it makes of floats.</param>
/// <param name="Rounded">What it makes of the same floats rounded, with rounded weights.</param>
internal sealed record RoundedPair(string Conv, string Output, string Rounded);
