using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>
/// With the inputs' sizes fixed, a size that the graph asks for is a constant, and so is what is computed from it. Each round
/// fixes more: a Reshape by such a size has a fixed size itself.
/// </summary>
internal static class StaticShapes
{
    public static void Fold(OrtRunner runner, WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        Unread.Remove(graph);
        do
        {
            ConstantFolding.Apply(runner, graph);
        }
        while (ReplaceQuestions(graph, facts));

        Unread.Remove(graph);
        foreach (var node in DataDependent.Nodes(graph))
        {
            throw Refused.At(node, "the size of its output depends on the picture; export the model without it (non-maximum suppression is done outside)");
        }
    }

    private static bool ReplaceQuestions(WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        var open = DataDependent.Nodes(graph).SelectMany(static node => node.Outputs).ToHashSet();
        var any = false;
        foreach (var node in graph.Nodes.Where(node => node.OpType is "Shape" or "Size" && node.Domain.Length == 0 && !open.Contains(node.Inputs[0])))
        {
            var shape = graph.Constant(node.Inputs[0])?.Dimensions ?? facts[node.Inputs[0]].Shape;
            graph.SetConstant(node.OpType == "Shape"
                ? TensorValues.List(node.Outputs[0], Part(node, shape))
                : TensorValues.Integers(node.Outputs[0], [], [shape.Aggregate(1L, static (product, size) => product * size)]));
            graph.Replace(node);
            any = true;
        }

        return any;
    }

    /// <summary>From opset 15 on, Shape can ask for a part; ends are clamped as the standard says.</summary>
    private static IEnumerable<long> Part(OnnxNode node, IReadOnlyList<long> shape)
    {
        long Axis(string name, long otherwise)
        {
            var axis = node.Integer(name, otherwise);
            return Math.Clamp(axis < 0 ? axis + shape.Count : axis, 0, shape.Count);
        }

        var start = Axis("start", 0);
        return shape.Skip((int)start).Take((int)Math.Max(0, Axis("end", shape.Count) - start));
    }
}
