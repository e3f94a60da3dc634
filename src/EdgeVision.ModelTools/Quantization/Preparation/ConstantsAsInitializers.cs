using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Constants become initializers and nothing else: no inputs, as before IR version 4, and no Constant nodes.</summary>
internal static class ConstantsAsInitializers
{
    /// <summary>The first version with everything that opset 13 has.</summary>
    private const long IrVersion = 7;

    public static void Apply(WorkGraph graph)
    {
        var model = graph.Model;
        foreach (var input in model.Graph.Inputs.Where(input => graph.Constant(input.Name) is not null).ToList())
        {
            model.Graph.Inputs.Remove(input);
        }

        model.IrVersion = Math.Max(model.IrVersion, IrVersion);
        graph.Changed();
        foreach (var node in graph.Nodes.Where(static node => node is { OpType: "Constant", Domain: "" }))
        {
            graph.SetConstant(ValueOf(node));
            graph.Replace(node);
        }
    }

    private static OnnxTensor ValueOf(OnnxNode node)
    {
        var name = node.Outputs[0];
        var value = node.Attributes.Count == 1 ? node.Attributes[0] : throw Refused.At(node, "it has not exactly one value");
        return value.Name switch
        {
            "value" when value.Tensors is [var tensor] => tensor.Renamed(name),
            "value_float" => TensorValues.Floats(name, [], [value.Number]),
            "value_floats" => TensorValues.Floats(name, [value.Numbers.Count], [.. value.Numbers]),
            "value_int" => TensorValues.Integers(name, [], [value.Integer]),
            "value_ints" => TensorValues.List(name, value.Integers),
            _ => throw Refused.At(node, $"a constant in the form '{value.Name}' is not supported"),
        };
    }
}
