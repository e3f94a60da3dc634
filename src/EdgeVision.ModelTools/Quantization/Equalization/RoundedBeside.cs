using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>
/// A float model with each quantized convolution a second time beside the first: it reads the float model's value through
/// the quantized model's QuantizeLinear and DequantizeLinear, and the quantized model's weights and bias.
/// </summary>
internal sealed class RoundedBeside
{
    private readonly Dictionary<string, RoundedPair> _pairs = new(StringComparer.Ordinal);
    private readonly WorkGraph _graph;
    private readonly WorkGraph _quantized;

    private RoundedBeside(WorkGraph graph, WorkGraph quantized) => (_graph, _quantized) = (graph, quantized);

    public OnnxModel Model => _graph.Model;

    public IReadOnlyCollection<RoundedPair> Pairs => _pairs.Values;

    public static RoundedBeside Of(PreparedModel model, OnnxModel quantized)
    {
        var beside = new RoundedBeside(model.Copy(), new WorkGraph(quantized));
        var convs = quantized.Graph.Nodes.Where(static node => node.OpType == "Conv").ToLookup(static node => node.Name, StringComparer.Ordinal);
        foreach (var node in model.Graph.Nodes.Where(static node => node.OpType == "Conv"))
        {
            if (convs[node.Name].FirstOrDefault() is { } rounded && beside.Rounding(rounded.Inputs[0]) is { } rounding)
            {
                beside.Add(node, rounded, rounding);
            }
        }

        return beside;
    }

    public RoundedPair PairOf(string output) => _pairs[output];

    /// <summary>The outputs of a group with the second result beside each first.</summary>
    public IReadOnlyList<string> Both(IReadOnlyList<string> outputs) =>
        [.. outputs.SelectMany(output => new[] { output, PairOf(output).Rounded })];

    /// <summary>The DequantizeLinear that makes a value; null when it is not made so with a constant scale and zero point.</summary>
    private OnnxNode? Rounding(string value) =>
        _quantized.Producer(value) is { OpType: "DequantizeLinear", Inputs.Count: 3 } node
        && _quantized.Constant(node.Inputs[1]) is not null && _quantized.Constant(node.Inputs[2]) is not null
            ? node
            : null;

    private void Add(OnnxNode node, OnnxNode rounded, OnnxNode rounding)
    {
        string[] parameters = [CopyConstant(rounding.Inputs[1]), CopyConstant(rounding.Inputs[2])];
        var bits = Append("QuantizeLinear", [node.Inputs[0], .. parameters], rounding.Attributes);
        var data = Append("DequantizeLinear", [bits, .. parameters], rounding.Attributes);
        var output = Append("Conv", [data, .. rounded.Inputs.Skip(1).Select(Copy)], rounded.Attributes);
        _pairs.Add(node.Outputs[0], new RoundedPair(node.Name, node.Outputs[0], output));
    }

    /// <summary>A constant of the quantized model, or what its DequantizeLinear makes of one.</summary>
    private string Copy(string value)
    {
        if (value.Length == 0 || _quantized.Constant(value) is not null)
        {
            return value.Length == 0 ? value : CopyConstant(value);
        }

        var maker = _quantized.Producer(value);
        return maker is { OpType: "DequantizeLinear" } && maker.Inputs.All(input => _quantized.Constant(input) is not null)
            ? Append(maker.OpType, [.. maker.Inputs.Select(CopyConstant)], maker.Attributes)
            : throw new ArgumentException($"'{value}' is neither a constant nor a DequantizeLinear of constants");
    }

    private string CopyConstant(string name)
    {
        var constant = _quantized.Constant(name)!;
        var copy = new OnnxTensor
        {
            Name = _graph.NewName($"{name}_beside"),
            Type = constant.Type,
            Dimensions = constant.Dimensions,
            Storage = OnnxStorage.Raw,
            Data = constant.ToRaw(),
        };
        Model.Graph.Initializers.Add(copy);
        return copy.Name;
    }

    private string Append(string operation, IReadOnlyList<string> inputs, IReadOnlyList<OnnxAttribute> attributes)
    {
        var name = _graph.NewName($"{operation}_beside");
        Model.Graph.Nodes.Add(new OnnxNode { OpType = operation, Name = name, Inputs = inputs, Outputs = [name], Attributes = attributes });
        return name;
    }
}
