namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>What became of one node.</summary>
/// <param name="Name">The node's.</param>
/// <param name="Operator">"Conv".</param>
/// <param name="Quantized">Whether it runs in 8 bits.</param>
/// <param name="Reason">Why it stayed float; "" where it did not.</param>
/// <param name="NoiseDb">Signal to noise of its output against the float model, in decibels; null when not measured.</param>
public sealed record ReportLayer(string Name, string Operator, bool Quantized, string Reason, double? NoiseDb);
