namespace EdgeVision.Inference.Onnx.Costs;

/// <summary>What one node asks of a machine.</summary>
/// <param name="Name">The node's name; may be empty.</param>
/// <param name="OpType">The operator: "Conv".</param>
/// <param name="Macs">Multiply-accumulates.</param>
/// <param name="IsInteger">Whether it multiplies integers of 8 bits.</param>
/// <param name="Bytes">What it reads and writes, weights included; 0 where it only gives a tensor another shape.</param>
public sealed record NodeCost(string Name, string OpType, long Macs, bool IsInteger, long Bytes);
