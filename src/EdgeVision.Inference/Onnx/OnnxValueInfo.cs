namespace EdgeVision.Inference.Onnx;

/// <summary>A named value and its type: ValueInfoProto.</summary>
public sealed class OnnxValueInfo : OnnxMessage
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Null when the model does not say.</summary>
    public OnnxType? Type { get; set; }
}
