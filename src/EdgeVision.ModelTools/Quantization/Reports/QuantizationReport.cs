namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>All that is worth keeping of one quantization: what was done, what was measured, what was decided.</summary>
/// <param name="Model">The float model's name.</param>
/// <param name="ParentSha256">The float model file's.</param>
/// <param name="Sha256">The quantized file's; null when nothing was written.</param>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Layers">Every node, in order.</param>
/// <param name="Trials">The search's, in order.</param>
/// <param name="Accuracy">Each measure before and after; AP where there were labels.</param>
/// <param name="Latency">Float against quantized.</param>
/// <param name="FloatBytes">Size of the float model's file.</param>
/// <param name="QuantizedBytes">Size of the quantized one's.</param>
/// <param name="Verdict">Whether it takes the float model's place.</param>
/// <param name="Seconds">What all of it took.</param>
public sealed record QuantizationReport(
    string Model,
    string ParentSha256,
    string? Sha256,
    ReportMachine Machine,
    ReportSettings Settings,
    IReadOnlyList<ReportLayer> Layers,
    IReadOnlyList<SearchTrial> Trials,
    IReadOnlyList<ReportAccuracy> Accuracy,
    ReportLatency Latency,
    long FloatBytes,
    long QuantizedBytes,
    Verdict Verdict,
    double Seconds);
