using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Writing;

/// <summary>Writes TensorProto.</summary>
internal static class TensorPart
{
    public static void Tensor(WireWriter to, OnnxTensor tensor)
    {
        foreach (var size in tensor.Dimensions)
        {
            to.Int64(1, size);
        }

        to.Int64(2, (long)tensor.Type);
        foreach (var text in tensor.Texts)
        {
            to.Bytes(6, text.Span);
        }

        to.OptionalText(8, tensor.Name);
        if (tensor.Storage != OnnxStorage.Text)
        {
            to.Bytes(FieldOf(tensor.Storage), tensor.Data.Span);
        }

        to.OptionalText(12, tensor.Description);
        to.Unknown(tensor);
    }

    private static int FieldOf(OnnxStorage storage) => storage switch
    {
        OnnxStorage.Float32 => 4,
        OnnxStorage.Int32 => 5,
        OnnxStorage.Int64 => 7,
        OnnxStorage.Float64 => 10,
        OnnxStorage.UInt64 => 11,
        _ => 9,
    };
}
