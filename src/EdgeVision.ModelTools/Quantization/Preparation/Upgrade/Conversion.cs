using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>A node to bring to the target opset.</summary>
/// <param name="Graph">Where it is.</param>
/// <param name="Node">Changed in place or replaced.</param>
/// <param name="From">The model's opset.</param>
/// <param name="Facts">Type and shape of the values as they were.</param>
internal sealed record Conversion(WorkGraph Graph, OnnxNode Node, long From, IReadOnlyDictionary<string, TensorFact> Facts)
{
    public TensorFact Input =>
        Graph.Constant(Node.Inputs[0]) is { } constant ? new TensorFact(constant.Type, constant.Dimensions) : Facts[Node.Inputs[0]];

    public QuantizationRefusedException Refuse(string reason) => Refused.At(Node, reason);

    /// <summary>Moves a list of integers from an attribute to an input.</summary>
    public void ListToInput(string attribute, int input)
    {
        if (Node.Integers(attribute) is { } values)
        {
            SetList(attribute, input, values);
        }

        Node.Remove(attribute);
    }

    public void SetList(string hint, int input, IEnumerable<long> values) =>
        SetConstant(input, TensorValues.List(Graph.NewName($"{Node.Name}_{hint}"), values));

    public void SetNumber(string hint, int input, float value)
    {
        if (Input.Type != OnnxDataType.Float32)
        {
            throw Refuse($"it works on {Input.Type}; only Float32 is brought to a later opset");
        }

        SetConstant(input, TensorValues.Floats(Graph.NewName($"{Node.Name}_{hint}"), [], [value]));
    }

    public void SetConstant(int input, OnnxTensor constant)
    {
        Graph.SetConstant(constant);
        Node.SetInput(input, constant.Name);
    }
}
