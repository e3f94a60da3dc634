namespace EdgeVision.Inference.Onnx;

/// <summary>Kinds of values; the numbers are TypeProto's fields. Maps, sparse tensors and opaque types are outside the subset.</summary>
public enum OnnxTypeKind
{
    None = 0,
    Tensor = 1,
    Sequence = 4,
    Optional = 9,
}
