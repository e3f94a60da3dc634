using System.Buffers.Binary;
using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx;

/// <summary>Turns the typed storages into raw data.</summary>
internal static class OnnxElements
{
    public static ReadOnlyMemory<byte> Raw(OnnxTensor tensor) => tensor.Storage switch
    {
        OnnxStorage.Raw or OnnxStorage.Float32 or OnnxStorage.Float64 => tensor.Data,
        OnnxStorage.Text => throw new InvalidOperationException($"tensor '{tensor.Name}' holds text"),
        _ => FromVarints(tensor),
    };

    private static byte[] FromVarints(OnnxTensor tensor)
    {
        // Two four-bit elements share one number, so a number is never narrower than a byte.
        var width = Math.Max(8, tensor.Type.Bits()) / 8;
        var raw = new byte[tensor.Type.RawBytes(tensor.Elements)];
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        var rest = tensor.Data.Span;
        for (var to = 0; to < raw.Length; to += width)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, Varint.Take(ref rest));
            number[..width].CopyTo(raw.AsSpan(to));
        }

        return raw;
    }
}
