using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.Service.Quantizing;

/// <summary>What does the work: <see cref="Quantizer.RunAsync"/>.</summary>
/// <exception cref="QuantizationRefusedException">The model cannot be quantized.</exception>
public delegate Task<QuantizationResult> QuantizeModel(
    VerifiedModel model, CalibrationSet calibration, IAccuracyMeasure? labelled, QuantizationOptions options,
    IProgress<QuantizationProgress>? progress, CancellationToken cancellation);
