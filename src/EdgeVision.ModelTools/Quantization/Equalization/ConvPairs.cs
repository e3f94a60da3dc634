using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Finds the pairs of convolutions that can be equalized.</summary>
internal static class ConvPairs
{
    /// <summary>
    /// What a positive factor on a channel passes through unchanged. ReLU6 (Clip) is not among them: its bound would have to
    /// differ by channel. Nor is SiLU: sigmoid(s x) is not sigmoid(x).
    /// </summary>
    private static readonly HashSet<string> Equivariant =
        ["Relu", "LeakyRelu", "PRelu", "MaxPool", "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "Identity"];

    public static IReadOnlyList<ConvPair> Of(WorkGraph graph, float largest)
    {
        // One object for each node: the middle one of Conv, depthwise Conv, Conv is in two pairs.
        var parameters = new Dictionary<OnnxNode, ConvParameters>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            if (ConvParameters.Of(graph, node) is { } conv)
            {
                parameters.Add(node, conv);
            }
        }

        var pairs = new List<ConvPair>();
        foreach (var first in graph.Nodes.Where(parameters.ContainsKey))
        {
            if (Reader(graph, first) is { } reader && parameters.TryGetValue(reader, out var second)
                && second.InChannels == parameters[first].OutChannels)
            {
                pairs.Add(new ConvPair(parameters[first], second, largest));
            }
        }

        return pairs;
    }

    /// <summary>The convolution that alone reads what a node makes, through equivariant nodes.</summary>
    private static OnnxNode? Reader(WorkGraph graph, OnnxNode node)
    {
        while (true)
        {
            var value = node.Outputs[0];
            if (graph.IsOutput(value) || node.Outputs.Count(static output => output.Length > 0) != 1
                || graph.Consumers(value) is not [var reader] || reader.Inputs.Count(input => input == value) != 1
                || reader.Inputs[0] != value || reader.Domain is not ("" or "ai.onnx"))
            {
                return null;
            }

            if (reader.OpType == "Conv")
            {
                return reader;
            }

            if (!Equivariant.Contains(reader.OpType))
            {
                return null;
            }

            node = reader;
        }
    }
}
