using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Words a refusal at a node.</summary>
internal static class Refused
{
    public static QuantizationRefusedException At(OnnxNode node, string reason) => new(Place(node), reason);

    private static string Place(OnnxNode node)
    {
        var name = node.Name.Length > 0 ? node.Name : node.Outputs.FirstOrDefault(static output => output.Length > 0) ?? "";
        return node.Domain.Length > 0 ? $"{node.Domain}.{node.OpType} '{name}'" : $"{node.OpType} '{name}'";
    }
}
