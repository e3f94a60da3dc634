using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Builds the new list of nodes, with QuantizeLinear and DequantizeLinear where asked. The graph itself stays as it was until
/// <see cref="Finish"/>, so that it can be asked who makes and reads a value meanwhile.
/// </summary>
internal sealed class PairWriter(WorkGraph graph, QdqNames names)
{
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _added = [];
    private readonly Dictionary<TensorGroup, (string Scale, string ZeroPoint)> _constants = [];

    public void Add(OnnxNode node) => _nodes.Add(node);

    public void Add(OnnxTensor constant) => _added.Add(constant);

    /// <summary>Makes the 8 bits of a value.</summary>
    /// <param name="value">Its name in the prepared model.</param>
    /// <param name="before">Its name as float now.</param>
    /// <param name="group">Its parameters.</param>
    public void Quantize(string value, string before, TensorGroup group)
    {
        var bytes = graph.NewName(value + "_quantized");
        var (scale, zeroPoint) = Constants(group);
        Add(Node("QuantizeLinear", [before, scale, zeroPoint], bytes));
        names.Quantize(value, bytes);
    }

    /// <summary>Makes a float value of the 8 bits for one reader.</summary>
    /// <param name="value">Its name in the prepared model.</param>
    /// <param name="group">Its parameters.</param>
    /// <param name="name">The float value's name; null for one of its own.</param>
    /// <returns>The float value's name.</returns>
    public string Dequantize(string value, TensorGroup group, string? name = null)
    {
        name ??= graph.NewName(value + "_dequantized");
        var (scale, zeroPoint) = Constants(group);
        Add(Node("DequantizeLinear", [names.QuantizedValue(value)!, scale, zeroPoint], name));
        names.Dequantize(value, name);
        return name;
    }

    /// <summary>Puts bytes in a constant's place and makes a float value of them.</summary>
    public string DequantizeConstant(OnnxTensor constant, byte[] bytes, TensorGroup group)
    {
        var data = TensorValues.Raw(graph.NewName(constant.Name + "_quantized"), group.Quantization.Type, constant.Dimensions, bytes);
        var (scale, zeroPoint) = Constants(group);
        return Dequantize(constant.Name, data, [scale, zeroPoint], null);
    }

    /// <summary>Makes a float value of a constant of integers.</summary>
    /// <param name="name">The constant's name before.</param>
    /// <param name="data">The integers.</param>
    /// <param name="scaleAndZeroPoint">Names of constants.</param>
    /// <param name="axis">The dimension that has a scale for each place; null for one scale.</param>
    public string Dequantize(string name, OnnxTensor data, string[] scaleAndZeroPoint, int? axis)
    {
        Add(data);
        var node = Node("DequantizeLinear", [data.Name, .. scaleAndZeroPoint], graph.NewName(name + "_dequantized"));
        if (axis is { } dimension)
        {
            node.Attributes = [new OnnxAttribute { Name = "axis", Type = OnnxAttributeType.Integer, Integer = dimension }];
        }

        Add(node);
        return node.Outputs[0];
    }

    /// <summary>Puts the list in the graph and takes out the constants that nobody reads any more.</summary>
    public void Finish()
    {
        var model = graph.Model.Graph;
        var subgraphs = _nodes.Any(static node => node.Attributes.Any(static attribute => attribute.Graphs.Count > 0));
        model.Nodes.Clear();
        _nodes.ForEach(model.Nodes.Add);
        _added.ForEach(model.Initializers.Add);
        graph.Changed();
        if (!subgraphs)
        {
            graph.RemoveUnreadConstants();
        }
    }

    private (string Scale, string ZeroPoint) Constants(TensorGroup group)
    {
        if (!_constants.TryGetValue(group, out var pair))
        {
            _constants[group] = pair = (graph.NewName(group.Name + "_scale"), graph.NewName(group.Name + "_zero_point"));
            var zeroPoint = unchecked((byte)group.Quantization.ZeroPoint);
            Add(QdqTensors.Scale(pair.Scale, group.Quantization.Scale));
            Add(QdqTensors.Scalar(pair.ZeroPoint, group.Quantization.Type, new[] { zeroPoint }));
        }

        return pair;
    }

    private OnnxNode Node(string operation, string[] inputs, string output) =>
        new() { OpType = operation, Name = graph.NewName(output + "_node"), Inputs = inputs, Outputs = [output] };
}
