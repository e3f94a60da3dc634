using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Refuses what the later steps do not understand.</summary>
internal static class Accepted
{
    private static readonly HashSet<string> Random =
        ["Bernoulli", "Multinomial", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike"];

    public static void Check(WorkGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            node.Domain = node.Domain == "ai.onnx" ? "" : node.Domain;
            if (node.Attributes.Any(static attribute => attribute.Graphs.Count > 0))
            {
                throw Refused.At(node, "it has a graph inside (If, Loop, Scan); export the model without control flow");
            }

            if (node.Domain.Length == 0 && Random.Contains(node.OpType))
            {
                throw Refused.At(node, "its values differ from run to run");
            }

            if (IsQuantized(node.OpType))
            {
                throw Refused.At(node, "the model is quantized already; quantize the float model it was made of");
            }

            CheckInference(graph, node);
        }
    }

    private static bool IsQuantized(string operation) =>
        operation is "QuantizeLinear" or "DequantizeLinear" or "DynamicQuantizeLinear" or "ConvInteger" or "MatMulInteger"
        || operation.StartsWith("QLinear", StringComparison.Ordinal);

    private static void CheckInference(WorkGraph graph, OnnxNode node)
    {
        if (node.OpType is not ("BatchNormalization" or "Dropout"))
        {
            return;
        }

        if (node.Integer("training_mode", 0) != 0 || (node.OpType == "Dropout" && node.Input(2).Length > 0 && !IsFalse(graph, node.Input(2))))
        {
            throw Refused.At(node, "it is in training mode; export the model for inference");
        }

        if (node.Outputs.Skip(1).Any(output => output.Length > 0 && (graph.IsOutput(output) || graph.Consumers(output).Count > 0)))
        {
            throw Refused.At(node, "its training outputs are read; export the model for inference");
        }

        node.Outputs = [node.Outputs[0]];
        graph.Changed();
    }

    private static bool IsFalse(WorkGraph graph, string value)
    {
        var made = graph.Producer(value)?.Attribute("value")?.Tensors;
        var constant = graph.Constant(value) ?? (made is [var tensor] ? tensor : null);
        return constant is { Type: OnnxDataType.Bool } && constant.ToRaw().Span.IndexOfAnyExcept((byte)0) < 0;
    }
}
