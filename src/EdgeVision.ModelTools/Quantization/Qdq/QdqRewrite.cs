using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Writes the pairs into the graph, node by node in their order.</summary>
internal sealed class QdqRewrite
{
    private readonly NodeSelection _nodes;
    private readonly TensorParameters _parameters;
    private readonly ActivationType _activations;
    private readonly PairWriter _pairs;
    private readonly WeightedNodes _weighted;

    public QdqRewrite(NodeSelection nodes, TensorParameters parameters, QdqOptions options)
    {
        (_nodes, _parameters, _activations) = (nodes, parameters, options.Activations);
        _pairs = new PairWriter(nodes.Graph.Graph, Names);
        _weighted = new WeightedNodes(nodes.Graph.Graph, _pairs, new WeightQuantizer(options));
    }

    public QdqNames Names { get; } = new();

    public void Run()
    {
        foreach (var input in _nodes.Graph.Graph.Model.Graph.Inputs)
        {
            Quantize(input.Name, input.Name);
        }

        foreach (var node in _nodes.Nodes)
        {
            if (!IsReplaced(node))
            {
                ReadBytes(node);
                WriteBytes(node);
            }
            else
            {
                Names.Quantize(node.Outputs[0], node.Inputs[0]);
                PublishOutput(node.Outputs[0]);
            }
        }

        _pairs.Finish();
    }

    /// <summary>Bytes that the model is given need no QuantizeLinear, as their meaning is given.</summary>
    private bool IsReplaced(OnnxNode node) => _activations == ActivationType.U8
        && _nodes.Graph.GivenBytes(node) is not null && _parameters.GroupOf(node.Outputs[0]) is not null;

    private bool ComesAsBytes(string value) => _nodes.IsMadeQuantized(value)
        || (_nodes.Graph.Graph.Producer(value) is { } maker && IsReplaced(maker));

    private void ReadBytes(OnnxNode node)
    {
        var inputs = node.Inputs.ToArray();
        for (var place = 0; place < inputs.Length; place++)
        {
            var value = inputs[place];
            var quantized = _nodes.ReadsQuantized(node, value) && Operators.DataInputs(node).Contains(place);
            if (quantized && _nodes.Graph.IsFloatConstant(value))
            {
                inputs[place] = Constant(_nodes.Graph.Graph.Constant(value)!);
            }
            else if (quantized || ComesAsBytes(value))
            {
                inputs[place] = _pairs.Dequantize(value, _parameters.GroupOf(value)!);
            }
        }

        if (_nodes.IsQuantized(node) && Operators.KindOf(node) == OperatorKind.Weighted)
        {
            _weighted.ReadBytes(node, inputs, _parameters.GroupOf(node.Inputs[0])!.Quantization.Scale);
        }

        node.Inputs = inputs;
    }

    private void WriteBytes(OnnxNode node)
    {
        var made = node.Outputs;
        node.Outputs = [.. made.Select(Made)];
        _pairs.Add(node);
        foreach (var (value, before) in made.Zip(node.Outputs))
        {
            Quantize(value, before);
            PublishOutput(value);
        }
    }

    /// <summary>The name under which a node makes a value: an output of the model comes only after its 8 bits.</summary>
    private string Made(string value)
    {
        if (!_nodes.IsMadeQuantized(value) || !_nodes.Graph.Graph.IsOutput(value))
        {
            return value;
        }

        var before = _nodes.Graph.Graph.NewName(value + "_float");
        Names.Rename(value, before);
        return before;
    }

    private void Quantize(string value, string before)
    {
        if (_parameters.GroupOf(value) is { } group)
        {
            _pairs.Quantize(value, before, group);
        }
    }

    private void PublishOutput(string value)
    {
        if (_nodes.Graph.Graph.IsOutput(value) && ComesAsBytes(value))
        {
            _pairs.Dequantize(value, _parameters.GroupOf(value)!, value);
        }
    }

    private string Constant(OnnxTensor constant)
    {
        var values = constant.AsFloats()!;
        var range = new TensorRange(0, 0);
        foreach (var value in values)
        {
            range = new TensorRange(MathF.Min(range.Min, value), MathF.Max(range.Max, value));
        }

        var group = new TensorGroup(constant.Name, range) { Quantization = Quantization8.Of(range, _activations) };
        var bytes = new byte[values.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = group.Quantization.Bits(values[i]);
        }

        return _pairs.DequantizeConstant(constant, bytes, group);
    }
}
