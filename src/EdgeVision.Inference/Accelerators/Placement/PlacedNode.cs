using EdgeVision.Inference.Onnx;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>A node and who runs it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Provider">The provider's full name; null when its name does not tell it from nodes that run elsewhere.</param>
public sealed record PlacedNode(OnnxNode Node, string? Provider);
