using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>A graph to be rewritten, with all that is known of its values.</summary>
internal sealed record PlannedGraph(WorkGraph Graph, IReadOnlyDictionary<string, TensorFact> Facts, QdqPlan Plan)
{
    /// <summary>8 bits that count 256 parts of one: what Sigmoid and Softmax give.</summary>
    private static readonly TensorRange Fraction = new(0, 255f / 256);

    private static readonly TensorRange Bytes = new(0, 255);

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
            { } cast when IsCastOfBytes(cast) => Bytes,
            _ => Plan.Ranges.TryGetValue(value, out var range) ? range : null,
        };
    }

    /// <summary>Whether the node makes floats of a value of unsigned bytes, as a model that takes pixels begins.</summary>
    public bool IsCastOfBytes(OnnxNode node) => node.OpType == "Cast" && IsFloat(node.Outputs[0])
        && Facts.TryGetValue(node.Inputs[0], out var fact) && fact.Type == OnnxDataType.UInt8;
}
