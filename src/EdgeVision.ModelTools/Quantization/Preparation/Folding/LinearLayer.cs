using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>A Conv, ConvTranspose or Gemm with constant weights: its output channels can be scaled and shifted in the weights.</summary>
internal sealed class LinearLayer
{
    private readonly WorkGraph _graph;
    private readonly OnnxTensor _weights;
    private readonly int _channels;
    private readonly Func<int, int> _channelOf;

    private LinearLayer(WorkGraph graph, OnnxNode node, OnnxTensor weights, long channels, Func<int, int> channelOf)
    {
        (_graph, Node, _weights, _channels, _channelOf) = (graph, node, weights, (int)channels, channelOf);
    }

    public OnnxNode Node { get; }

    /// <summary>Null when the node is no such layer.</summary>
    public static LinearLayer? Of(WorkGraph graph, OnnxNode node)
    {
        if (node.Domain.Length > 0 || graph.Constant(node.Input(1)) is not { Type: OnnxDataType.Float32, Dimensions.Count: >= 2 } weights)
        {
            return null;
        }

        var sizes = weights.Dimensions;
        switch (node.OpType)
        {
            case "Conv":
                var each = (int)(weights.Elements / sizes[0]);
                return new LinearLayer(graph, node, weights, sizes[0], element => element / each);
            case "ConvTranspose":
                var groups = node.Integer("group", 1);
                return new LinearLayer(graph, node, weights, sizes[1] * groups, Transposed(weights, groups));
            case "Gemm" when node.Integer("transB", 0) != 0:
                return new LinearLayer(graph, node, weights, sizes[0], element => element / (int)sizes[1]);
            case "Gemm":
                return new LinearLayer(graph, node, weights, sizes[1], element => element % (int)sizes[1]);
            default:
                return null;
        }
    }

    /// <summary>Scales and shifts what the layer makes; false when it cannot and stays as it was.</summary>
    public bool TryTake(ChannelAffine affine)
    {
        if (affine.Scale.Length != _channels || Bias() is not { } bias)
        {
            return false;
        }

        var weights = _weights.AsFloats()!;
        for (var element = 0; element < weights.Length; element++)
        {
            weights[element] = (float)(weights[element] * affine.Scale[_channelOf(element)]);
        }

        var shifts = new float[_channels];
        for (var channel = 0; channel < _channels; channel++)
        {
            shifts[channel] = (float)((bias[channel] * affine.Scale[channel]) + affine.Shift[channel]);
        }

        if (!weights.All(float.IsFinite) || !shifts.All(float.IsFinite))
        {
            return false;
        }

        Node.PutConstant(_graph, 1, TensorValues.Floats(_weights.Name, _weights.Dimensions, weights));
        if (Node.Input(2).Length > 0 || shifts.Any(static shift => shift != 0))
        {
            Node.PutConstant(_graph, 2, TensorValues.Floats(Node.Input(2), [_channels], shifts));
            Node.Remove("beta");
        }

        return true;
    }

    /// <summary>Of ConvTranspose, whose weights are [inputs, outputs / groups, …].</summary>
    private static Func<int, int> Transposed(OnnxTensor weights, long groups)
    {
        var (inputs, outputs) = ((int)weights.Dimensions[0], (int)weights.Dimensions[1]);
        var area = (int)(weights.Elements / inputs / outputs);
        var inputsOfGroup = inputs / (int)groups;
        return element => ((element / area / outputs / inputsOfGroup) * outputs) + (element / area % outputs);
    }

    /// <summary>What is added now, for each channel; null when that is not constant or differs along another axis.</summary>
    private double[]? Bias()
    {
        var name = Node.Input(2);
        if (name.Length == 0)
        {
            return new double[_channels];
        }

        if (_graph.Constant(name) is not { } tensor || tensor.AsFloats() is not { } values
            || !(values.Length == 1 || (values.Length == _channels && tensor.Dimensions[^1] == _channels)))
        {
            return null;
        }

        var beta = Node.OpType == "Gemm" ? Node.Number("beta", 1) : 1d;
        return [.. Enumerable.Range(0, _channels).Select(channel => beta * values[values.Length == 1 ? 0 : channel])];
    }
}
