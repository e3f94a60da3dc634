namespace EdgeVision.Inference.Onnx;

/// <summary>One dimension of a declared shape: a size, a symbol, or neither when it is open.</summary>
/// <param name="Size">The size, 0 or more.</param>
/// <param name="Symbol">The symbol of an open size; "" without one.</param>
/// <param name="Denotation">What it stands for: "DATA_CHANNEL".</param>
public sealed record OnnxDimension(long? Size, string Symbol = "", string Denotation = "");
