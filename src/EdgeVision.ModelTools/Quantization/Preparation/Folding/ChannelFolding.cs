using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>
/// Moves batch normalisation, and constants multiplied or added per channel, into the layer before them. A batch
/// normalisation that no layer can take becomes a Mul and an Add.
/// </summary>
internal static class ChannelFolding
{
    public static void Apply(WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        foreach (var node in graph.Nodes)
        {
            if (ChannelAffine.Of(graph, node, facts) is not { } affine)
            {
                continue;
            }

            if (LayerBefore(graph, affine.Input) is { } layer && layer.TryTake(affine))
            {
                layer.Node.Outputs = node.Outputs;
                graph.Replace(node);
            }
            else if (node.OpType == "BatchNormalization" && facts.GetValueOrDefault(affine.Input) is { } fact)
            {
                SpellOut(graph, node, affine, fact.Shape.Count);
            }
        }
    }

    private static LinearLayer? LayerBefore(WorkGraph graph, string value) =>
        graph.Producer(value) is { } producer && graph.Consumers(value).Count == 1 && !graph.IsOutput(value)
            ? LinearLayer.Of(graph, producer)
            : null;

    private static void SpellOut(WorkGraph graph, OnnxNode node, ChannelAffine affine, int rank)
    {
        long[] shape = [1, affine.Scale.Length, .. Enumerable.Repeat(1L, Math.Max(0, rank - 2))];
        var scale = TensorValues.Floats(graph.NewName($"{node.Name}_scale"), shape, ToFloats(affine.Scale));
        var shift = TensorValues.Floats(graph.NewName($"{node.Name}_shift"), shape, ToFloats(affine.Shift));
        graph.SetConstant(scale);
        graph.SetConstant(shift);
        var scaled = graph.NewName($"{node.Name}_scaled");
        graph.Replace(
            node,
            new OnnxNode { OpType = "Mul", Name = graph.NewName($"{node.Name}_Mul"), Inputs = [affine.Input, scale.Name], Outputs = [scaled] },
            new OnnxNode { OpType = "Add", Name = graph.NewName($"{node.Name}_Add"), Inputs = [scaled, shift.Name], Outputs = node.Outputs });
    }

    private static float[] ToFloats(double[] values) => Array.ConvertAll(values, static value => (float)value);
}
