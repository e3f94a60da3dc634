using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>A graph to be rewritten, with all that is known of its values.</summary>
internal sealed record PlannedGraph(WorkGraph Graph, IReadOnlyDictionary<string, TensorFact> Facts, QdqPlan Plan)
{
    /// <summary>8 bits that count 256 parts of one: what Sigmoid and Softmax give.</summary>
    private static readonly TensorRange Fraction = new(0, 255f / 256);

    public bool IsFloat(string value) => Facts.TryGetValue(value, out var fact)
        ? fact.Type == OnnxDataType.Float32
        : Graph.Constant(value)?.Type == OnnxDataType.Float32;

    public bool IsFloatConstant(string value) => Graph.Constant(value) is { Type: OnnxDataType.Float32 };

    /// <summary>The range of a computed value: known from its operator, else the plan's; null when there is none.</summary>
    public TensorRange? RangeOf(string value)
    {
        // What only moves elements needs no range of its own.
        while (!Plan.Ranges.ContainsKey(value)
            && Graph.Producer(value) is { } moved && Operators.KindOf(moved) == OperatorKind.Movement)
        {
            value = moved.Inputs[0];
        }

        return Graph.Producer(value) switch
        {
            { OpType: "Sigmoid" or "Softmax" } => Fraction,
            { } entry when GivenBytes(entry) is { } given => given.Range,
            _ => Plan.Ranges.TryGetValue(value, out var range) ? range : null,
        };
    }

    /// <summary>
    /// What the bytes mean that a node makes floats of, as a model that takes pixels begins: a Cast, or a DequantizeLinear with one
    /// scale. Null for any other node.
    /// </summary>
    public Quantization8? GivenBytes(OnnxNode node)
    {
        if (node.Inputs.Count == 0 || !Facts.TryGetValue(node.Inputs[0], out var fact) || fact.Type != OnnxDataType.UInt8 || !IsFloat(node.Outputs[0]))
        {
            return null;
        }

        return node.OpType switch
        {
            "Cast" => new Quantization8(1, 0, OnnxDataType.UInt8),
            "DequantizeLinear" when Graph.Constant(node.Input(1)) is { Elements: 1 } scale
                && Graph.Constant(node.Input(2)) is { Elements: 1 } zeroPoint =>
                new Quantization8(scale.AsFloats()![0], zeroPoint.ToRaw().Span[0], OnnxDataType.UInt8),
            _ => null,
        };
    }
}
