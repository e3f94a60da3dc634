namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>A model and what it measured.</summary>
/// <param name="Model">The model.</param>
/// <param name="Ratio">Its latency as a share of the float model's.</param>
/// <param name="Agreement">Its AP against the float model's detections, 0..1.</param>
public sealed record SearchState(WrittenModel Model, double Ratio, double Agreement);
