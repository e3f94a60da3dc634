using EdgeVision.Inference.Onnx.Wire;
using EdgeVision.Inference.Onnx.Writing;

namespace EdgeVision.Inference.Onnx;

/// <summary>Writes models as ONNX: one file, all data inside. Read again, they are the same.</summary>
public static class OnnxWriter
{
    /// <exception cref="OverflowException">The file would be 2 GiB or more, where the format ends.</exception>
    public static byte[] Write(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var writer = new WireWriter();
        ModelParts.Model(writer, model);
        return writer.ToArray();
    }
}
