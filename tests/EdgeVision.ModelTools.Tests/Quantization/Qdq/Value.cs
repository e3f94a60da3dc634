using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A tensor after a run; its numbers as floats whatever they were.</summary>
internal sealed record Value(OnnxDataType Type, long[] Shape, float[] Numbers);
