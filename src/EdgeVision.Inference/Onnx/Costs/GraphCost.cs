namespace EdgeVision.Inference.Onnx.Costs;

/// <summary>What one inference asks of a machine, counted from the graph as ONNX Runtime runs it: constants folded, layers fused.</summary>
/// <param name="Nodes">Every node of the main graph.</param>
/// <param name="WeightBytes">Constants that nodes read.</param>
/// <param name="Uncounted">
/// Operators whose multiply-accumulates are not known here, with how often each occurs: what is counted is then a lower bound.
/// </param>
public sealed record GraphCost(IReadOnlyList<NodeCost> Nodes, long WeightBytes, IReadOnlyDictionary<string, int> Uncounted)
{
    /// <summary>Multiply-accumulates; one is two operations.</summary>
    public long Macs => Nodes.Sum(static node => node.Macs);

    /// <summary>Those of them that multiply integers of 8 bits.</summary>
    public long IntegerMacs => Nodes.Where(static node => node.IsInteger).Sum(static node => node.Macs);

    /// <summary>Bytes that all nodes read and write: what memory must move when nothing stays in a cache.</summary>
    public long Bytes => Nodes.Sum(static node => node.Bytes);
}
