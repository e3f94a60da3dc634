namespace EdgeVision.ModelTools.Quantization;

/// <summary>How far a quantization is.</summary>
/// <param name="Stage">"calibrating", "searching".</param>
/// <param name="Done">Steps of the stage that are done.</param>
/// <param name="Total">Steps of the stage; an upper bound where it may end early.</param>
public readonly record struct QuantizationProgress(string Stage, int Done, int Total);
