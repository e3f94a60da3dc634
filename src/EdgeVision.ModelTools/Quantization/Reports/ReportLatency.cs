namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>Both models run in turns in one process; medians.</summary>
/// <param name="FloatMs">The float model's run.</param>
/// <param name="QuantizedMs">The quantized model's run.</param>
/// <param name="Ratio">Median of the turns' ratios, quantized by float.</param>
/// <param name="Uncertainty">Half of the 95 % interval of that median.</param>
/// <param name="Turns">How many.</param>
/// <param name="Limit">The greatest ratio that is accepted.</param>
public sealed record ReportLatency(double FloatMs, double QuantizedMs, double Ratio, double Uncertainty, int Turns, double Limit);
