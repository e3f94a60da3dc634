namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>One thing the search tried.</summary>
/// <param name="What">What was put back to float: "stage 52x52"; or how ranges were chosen: "ranges by percentile 99.9".</param>
/// <param name="Nodes">How many nodes that is.</param>
/// <param name="LatencyRatio">Against the float model; null when not measured.</param>
/// <param name="Agreement">AP with the float model's detections as the truth, 0..1; null when not measured.</param>
/// <param name="Kept">Whether it stays.</param>
/// <param name="Reason">Why, or why not.</param>
public sealed record SearchTrial(string What, int Nodes, double? LatencyRatio, double? Agreement, bool Kept, string Reason);
