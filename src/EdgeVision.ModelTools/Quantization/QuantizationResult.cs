using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>What came out, whether accepted or not.</summary>
/// <param name="Model">The quantized model with its manifest; name, file name and folder are the caller's to set.</param>
/// <param name="Report">What was done, measured and decided.</param>
public sealed record QuantizationResult(VerifiedModel Model, QuantizationReport Report);
