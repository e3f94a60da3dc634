using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>
/// Before opset 13, Softmax and its kin took all axes from the given one on as one; since then they go along one axis. The two
/// agree where only sizes of 1 follow; else the flattening is written out.
/// </summary>
internal static class FlatteningSoftmax
{
    public static void Convert(Conversion conversion)
    {
        var (graph, node) = (conversion.Graph, conversion.Node);
        var shape = conversion.Input.Shape;
        var axis = (int)node.Integer("axis", 1);
        axis = axis < 0 ? axis + shape.Count : axis;
        if (shape.Skip(axis + 1).All(static size => size == 1))
        {
            node.Set("axis", axis);
            return;
        }

        var flat = new OnnxNode { OpType = "Flatten", Name = graph.NewName($"{node.Name}_flat"), Inputs = [node.Inputs[0]] };
        flat.Set("axis", axis);
        flat.Outputs = [graph.NewName($"{node.Name}_rows")];
        var back = new OnnxNode { OpType = "Reshape", Name = graph.NewName($"{node.Name}_back"), Outputs = node.Outputs };
        var sizes = TensorValues.List(graph.NewName($"{node.Name}_sizes"), shape);
        graph.SetConstant(sizes);
        node.Set("axis", 1);
        node.Inputs = flat.Outputs;
        node.Outputs = [graph.NewName($"{node.Name}_normalised")];
        back.Inputs = [node.Outputs[0], sizes.Name];
        graph.Replace(node, flat, node, back);
    }
}
