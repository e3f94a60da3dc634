namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Two convolutions whose channels between them were rescaled.</summary>
/// <param name="First">Name of the node that makes the channels.</param>
/// <param name="Second">Name of the node that reads them.</param>
/// <param name="Before">
/// How evenly the channels share the tensors' ranges: the mean over the channels of (range / greatest range) in the first
/// times the same in the second; 1 is best. Equation 8 of the paper, as a mean.
/// </param>
/// <param name="After">The same afterwards.</param>
public sealed record EqualizedPair(string First, string Second, double Before, double After);
