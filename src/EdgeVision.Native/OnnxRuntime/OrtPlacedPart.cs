namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Nodes that one provider runs as one: a compiled subgraph, or a single node.</summary>
/// <param name="Provider">The provider's full name, such as CPUExecutionProvider.</param>
/// <param name="Nodes">What it runs.</param>
public sealed record OrtPlacedPart(string Provider, IReadOnlyList<OrtPlacedNode> Nodes);
