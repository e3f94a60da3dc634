using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Gives a node another constant.</summary>
internal static class ConstantInputs
{
    /// <summary>Puts a constant at an input, under its own name when nobody else reads that, else under a new one.</summary>
    public static void PutConstant(this OnnxNode node, WorkGraph graph, int input, OnnxTensor constant)
    {
        var alone = constant.Name.Length > 0 && graph.Consumers(constant.Name) is [var only] && ReferenceEquals(only, node)
            && node.Inputs.Count(name => name == constant.Name) == 1 && !graph.IsOutput(constant.Name);
        var name = alone ? constant.Name : graph.NewName(constant.Name.Length > 0 ? constant.Name : $"{node.Name}_bias");
        graph.SetConstant(alone ? constant : constant.Renamed(name));
        node.SetInput(input, name);
        graph.Changed();
    }
}
