using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.ModelTools.Quantization.Search;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>What is known when the judging begins.</summary>
internal sealed record QuantizationRun(
    VerifiedModel Original,
    CalibratedModel Calibrated,
    CalibrationSet Calibration,
    QdqOptions Qdq,
    CpuFacts Processor,
    WrittenModel Result,
    bool BiasCorrected,
    IReadOnlyList<SearchTrial> Trials,
    SearchBench Bench,
    IAccuracyMeasure? Labelled,
    long Started);
