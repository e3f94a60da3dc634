using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.Service.Quantizing;

/// <summary>What a quantization came to.</summary>
/// <param name="Report">With the hash of what was written.</param>
/// <param name="Written">Where the model lies; null when nothing was written.</param>
public sealed record QuantizeOutcome(QuantizationReport Report, OutputPlace? Written);
