namespace EdgeVision.Inference.Onnx;

/// <summary>A model is refused.</summary>
/// <param name="refusal">Why and where.</param>
public sealed class OnnxRefusedException(OnnxRefusal refusal) : Exception(refusal.ToString())
{
    public OnnxRefusal Refusal { get; } = refusal;
}
