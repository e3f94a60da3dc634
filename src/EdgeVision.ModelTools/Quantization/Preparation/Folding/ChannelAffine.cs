using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>What a node does when it is y = x · scale + shift with constants for each channel (axis 1).</summary>
/// <param name="Input">The value x.</param>
/// <param name="Scale">One for each channel.</param>
/// <param name="Shift">One for each channel.</param>
internal sealed record ChannelAffine(string Input, double[] Scale, double[] Shift)
{
    /// <summary>Null when the node is something else.</summary>
    public static ChannelAffine? Of(WorkGraph graph, OnnxNode node, IReadOnlyDictionary<string, TensorFact> facts)
    {
        if (node.Domain.Length > 0)
        {
            return null;
        }

        return node.OpType switch
        {
            "BatchNormalization" => OfBatchNormalization(graph, node),
            "Mul" or "Add" or "Sub" or "Div" => OfArithmetic(graph, node, facts),
            _ => null,
        };
    }

    /// <summary>y = (x - mean) / √(variance + ε) · scale + bias.</summary>
    private static ChannelAffine? OfBatchNormalization(WorkGraph graph, OnnxNode node)
    {
        if (graph.Constant(node.Inputs[1]).AsFloats() is not { } gamma || graph.Constant(node.Inputs[2]).AsFloats() is not { } beta
            || graph.Constant(node.Inputs[3]).AsFloats() is not { } mean || graph.Constant(node.Inputs[4]).AsFloats() is not { } variance)
        {
            return null;
        }

        double epsilon = node.Number("epsilon", 1e-5f);
        var scale = Array.ConvertAll(variance, value => 1 / Math.Sqrt(value + epsilon));
        var shift = new double[scale.Length];
        for (var channel = 0; channel < scale.Length; channel++)
        {
            scale[channel] *= gamma[channel];
            shift[channel] = beta[channel] - (mean[channel] * scale[channel]);
        }

        return new ChannelAffine(node.Inputs[0], scale, shift);
    }

    private static ChannelAffine? OfArithmetic(WorkGraph graph, OnnxNode node, IReadOnlyDictionary<string, TensorFact> facts)
    {
        var second = graph.Constant(node.Inputs[1]);
        var constant = second ?? graph.Constant(node.Inputs[0]);
        var input = second is null ? node.Inputs[1] : node.Inputs[0];
        if (constant is null || facts.GetValueOrDefault(input) is not { Shape.Count: >= 2 } fact || PerChannel(constant, fact.Shape) is not { } values)
        {
            return null;
        }

        var ones = Array.ConvertAll(values, static _ => 1d);
        var zeros = new double[values.Length];
        return (node.OpType, second is not null) switch
        {
            ("Mul", _) => new ChannelAffine(input, values, zeros),
            ("Add", _) => new ChannelAffine(input, ones, values),
            ("Sub", true) => new ChannelAffine(input, ones, Array.ConvertAll(values, static value => -value)),
            ("Sub", false) => new ChannelAffine(input, Array.ConvertAll(values, static _ => -1d), values),
            ("Div", true) => new ChannelAffine(input, Array.ConvertAll(values, static value => 1 / value), zeros),
            _ => null,
        };
    }

    /// <summary>The constant's number for each channel; null when it differs along another axis or makes the result larger.</summary>
    private static double[]? PerChannel(OnnxTensor constant, IReadOnlyList<long> shape)
    {
        var (sizes, channels) = (constant.Dimensions, (int)shape[1]);
        if (sizes.Count > shape.Count || constant.AsFloats() is not { } values)
        {
            return null;
        }

        var skipped = shape.Count - sizes.Count;
        var channelAxis = 1 - skipped;
        for (var axis = 0; axis < sizes.Count; axis++)
        {
            if (sizes[axis] != 1 && (axis != channelAxis || sizes[axis] != channels))
            {
                return null;
            }
        }

        return values.Length == 1 ? [.. Enumerable.Repeat((double)values[0], channels)] : Array.ConvertAll(values, static value => (double)value);
    }
}
