using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>What keeps single nodes from being quantized.</summary>
internal static class Eligibility
{
    /// <summary>Why the node must stay float; null when nothing is in the way.</summary>
    /// <param name="graph">Where it stands.</param>
    /// <param name="node">The node.</param>
    /// <param name="result">What is quantized of it: its own output, or that of the clamp behind it.</param>
    public static string? Obstacle(PlannedGraph graph, OnnxNode node, string result)
    {
        if (graph.Plan.FloatNodes.Contains(node.Name))
        {
            return "the plan keeps it float";
        }

        var kind = Operators.KindOf(node);
        return kind switch
        {
            OperatorKind.Float => "ONNX Runtime has no integer kernel for it",
            OperatorKind.Clamp => "it cannot go into the node before it",
            OperatorKind.Weighted => Weights(graph, node),
            OperatorKind.Movement => Movement(graph, node),
            _ => Plain(node),
        } ?? Values(graph, node, kind, result);
    }

    /// <summary>Whether a clamp cuts at zero from below, so that unsigned 8 bits cut for it, and where it cuts from above.</summary>
    public static bool CutsAtZero(PlannedGraph graph, OnnxNode clamp, out float ceiling)
    {
        ceiling = float.PositiveInfinity;
        return clamp.OpType == "Relu"
            || (Bound(graph, clamp.Input(1), float.NegativeInfinity) == 0
                && (ceiling = Bound(graph, clamp.Input(2), float.PositiveInfinity)) > 0);
    }

    private static string? Values(PlannedGraph graph, OnnxNode node, OperatorKind kind, string result)
    {
        foreach (var place in Operators.DataInputs(node))
        {
            var value = node.Inputs[place];
            var constant = graph.IsFloatConstant(value) && kind is OperatorKind.Arithmetic or OperatorKind.Concat;
            if (!constant && (!graph.IsFloat(value) || graph.RangeOf(value) is null))
            {
                return graph.IsFloat(value) ? $"no range for its input '{value}'" : $"its input '{value}' is not float32";
            }
        }

        return kind != OperatorKind.Movement && graph.RangeOf(result) is null ? $"no range for its output '{result}'" : null;
    }

    private static string? Weights(PlannedGraph graph, OnnxNode node)
    {
        if (graph.Graph.Constant(node.Inputs[1]) is not { Type: OnnxDataType.Float32 } weights)
        {
            return "its weights are not a float32 constant";
        }

        var bias = node.Input(2);
        if (bias.Length > 0 && !graph.IsFloatConstant(bias))
        {
            return "its bias is not a float32 constant";
        }

        return node.OpType switch
        {
            "MatMul" => weights.Dimensions.Count == 2 ? null : "its weights are no matrix",
            "Gemm" => Gemm(graph, node, weights),
            _ => null,
        };
    }

    private static string? Gemm(PlannedGraph graph, OnnxNode node, OnnxTensor weights)
    {
        if (node.Number("alpha", 1) != 1 || node.Number("beta", 1) != 1 || node.Integer("transA", 0) != 0)
        {
            return "its alpha, beta or transA is not the default";
        }

        var columns = weights.Dimensions[node.Integer("transB", 0) == 0 ? 1 : 0];
        return graph.Graph.Constant(node.Input(2)) is { } bias && bias.Elements != columns
            ? "its bias is not one number for each column"
            : null;
    }

    private static string? Movement(PlannedGraph graph, OnnxNode node) => node.OpType switch
    {
        "Split" => null,
        "Resize" when Text(node, "mode") == "cubic" || Text(node, "coordinate_transformation_mode") == "tf_crop_and_resize" =>
            "it makes values that its input does not have",
        "Pad" when (Text(node, "mode") ?? "constant") == "constant" && Bound(graph, node.Input(2), 0) != 0 =>
            "it pads with another value than zero",
        _ => Plain(node),
    };

    private static string? Plain(OnnxNode node) => node.Outputs.Count(static output => output.Length > 0) == 1 ? null : "it has several outputs";

    private static string? Text(OnnxNode node, string name) =>
        node.Attribute(name) is { } attribute ? System.Text.Encoding.UTF8.GetString(attribute.Texts[0].Span) : null;

    private static float Bound(PlannedGraph graph, string value, float absent) =>
        value.Length == 0 ? absent
        : graph.Graph.Constant(value) is { Type: OnnxDataType.Float32, Elements: 1 } constant
            ? MemoryMarshal.Cast<byte, float>(constant.ToRaw().Span)[0]
            : float.NaN;
}
