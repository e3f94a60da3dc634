using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>What is known of a value after a run.</summary>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">Sizes, outermost first.</param>
public sealed record TensorFact(OnnxDataType Type, IReadOnlyList<long> Shape);
