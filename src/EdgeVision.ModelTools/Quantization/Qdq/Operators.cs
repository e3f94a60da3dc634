using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// What ONNX Runtime's CPU provider fuses with the DequantizeLinear and QuantizeLinear around it
/// (core/optimizer/qdq_transformer/selectors_actions of its source).
/// </summary>
internal static class Operators
{
    public static OperatorKind KindOf(OnnxNode node) => node.Domain.Length > 0 && node.Domain != "ai.onnx"
        ? OperatorKind.Float
        : node.OpType switch
        {
            "Conv" or "Gemm" or "MatMul" => OperatorKind.Weighted,
            "Add" or "Mul" or "Sigmoid" or "Softmax" or "LeakyRelu" or "AveragePool" or "GlobalAveragePool" => OperatorKind.Arithmetic,
            "Concat" => OperatorKind.Concat,
            "MaxPool" or "Resize" or "Reshape" or "Flatten" or "Transpose" or "Squeeze" or "Unsqueeze" or "Slice" or "Split"
                or "Gather" or "Expand" or "Tile" or "Pad" or "DepthToSpace" or "SpaceToDepth" => OperatorKind.Movement,
            "Relu" or "Clip" => OperatorKind.Clamp,
            _ => OperatorKind.Float,
        };

    /// <summary>The places among a node's inputs that are quantized as activations.</summary>
    public static IEnumerable<int> DataInputs(OnnxNode node) => KindOf(node) switch
    {
        OperatorKind.Concat => Enumerable.Range(0, node.Inputs.Count),
        OperatorKind.Arithmetic when node.OpType is "Add" or "Mul" => [0, 1],
        OperatorKind.Float => [],
        _ => [0],
    };
}
