using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>What to write of a prepared model: ranges of its tensors, and which nodes stay float.</summary>
/// <param name="Ranges">By value name; a float tensor without one is not quantized.</param>
/// <param name="FloatNodes">Names of the nodes that stay as they are.</param>
public sealed record QdqPlan(IReadOnlyDictionary<string, TensorRange> Ranges, IReadOnlySet<string> FloatNodes);
