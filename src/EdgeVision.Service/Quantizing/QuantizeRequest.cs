using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.Service.Quantizing;

/// <summary>One quantization, all looked up.</summary>
/// <param name="Model">The float model.</param>
/// <param name="Calibration">Its pictures.</param>
/// <param name="Labelled">AP on labelled pictures; null without.</param>
/// <param name="Options">How.</param>
/// <param name="Output">Where to.</param>
/// <param name="Force">Overwrites what is there.</param>
/// <param name="KeepRejected">Writes what the gate refused too, under another name.</param>
public sealed record QuantizeRequest(
    VerifiedModel Model, CalibrationSet Calibration, IAccuracyMeasure? Labelled, QuantizationOptions Options,
    OutputPlace Output, bool Force, bool KeepRejected);
