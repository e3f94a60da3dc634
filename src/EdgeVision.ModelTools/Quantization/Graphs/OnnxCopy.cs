using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>Copies models by writing and reading them, so that no field can be forgotten.</summary>
public static class OnnxCopy
{
    public static OnnxModel Of(OnnxModel model) => OnnxReader.Read(OnnxWriter.Write(model));
}
