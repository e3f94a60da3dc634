using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Moves the bytes themselves where ONNX Runtime would not: it takes the pair around a SpaceToDepth for arithmetic, and goes
/// through floats.
/// </summary>
internal static class ByteMovement
{
    public static void Apply(WorkGraph graph)
    {
        foreach (var node in graph.Nodes.Where(static node => node.OpType is "SpaceToDepth" or "DepthToSpace"))
        {
            if (graph.Producer(node.Inputs[0]) is { OpType: "DequantizeLinear" } before
                && graph.Consumers(node.Inputs[0]).Count == 1
                && graph.Consumers(node.Outputs[0]) is [{ OpType: "QuantizeLinear" } after]
                && !graph.IsOutput(node.Outputs[0]) && before.Inputs.Skip(1).SequenceEqual(after.Inputs.Skip(1)))
            {
                node.Inputs = [before.Inputs[0]];
                node.Outputs = after.Outputs;
                graph.Replace(before);
                graph.Replace(after);
            }
        }
    }
}
