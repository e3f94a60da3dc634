using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>A model that computes the same with evener weights.</summary>
/// <param name="Model">A copy.</param>
/// <param name="Pairs">What was rescaled; none when the model has no such pair.</param>
public sealed record EqualizedModel(PreparedModel Model, IReadOnlyList<EqualizedPair> Pairs);
