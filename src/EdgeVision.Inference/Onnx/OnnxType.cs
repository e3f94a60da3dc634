namespace EdgeVision.Inference.Onnx;

/// <summary>The type of a value: TypeProto.</summary>
public sealed class OnnxType : OnnxMessage
{
    public OnnxTypeKind Kind { get; set; }

    /// <summary>The tensor's element type, for kind Tensor.</summary>
    public OnnxDataType ElementType { get; set; }

    /// <summary>The tensor's dimensions; null when their number is open.</summary>
    public IReadOnlyList<OnnxDimension>? Shape { get; set; }

    /// <summary>What a sequence or an optional holds; null when the model does not say.</summary>
    public OnnxType? Element { get; set; }

    public string Denotation { get; set; } = "";
}
