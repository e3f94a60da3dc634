namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>One measure of accuracy, before and after.</summary>
/// <param name="Measure">What on what.</param>
/// <param name="Before">The float model's, 0..1.</param>
/// <param name="After">The quantized model's, 0..1.</param>
/// <param name="Limit">The least that is accepted.</param>
public sealed record ReportAccuracy(string Measure, double Before, double After, double Limit);
