namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>Whether the quantized model takes the float model's place on this machine.</summary>
/// <param name="Accepted">Whether it does.</param>
/// <param name="Reasons">One line each for accuracy and speed, with the figures.</param>
public sealed record Verdict(bool Accepted, IReadOnlyList<string> Reasons);
