using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>Constant tensors from numbers, and back.</summary>
internal static class TensorValues
{
    public static OnnxTensor Floats(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values) =>
        Raw(name, OnnxDataType.Float32, shape, MemoryMarshal.AsBytes(values).ToArray());

    public static OnnxTensor Integers(string name, IReadOnlyList<long> shape, ReadOnlySpan<long> values) =>
        Raw(name, OnnxDataType.Int64, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A list of integers, as shapes and axes are.</summary>
    public static OnnxTensor List(string name, IEnumerable<long> values)
    {
        long[] list = [.. values];
        return Integers(name, [list.Length], list);
    }

    public static OnnxTensor Raw(string name, OnnxDataType type, IReadOnlyList<long> shape, ReadOnlyMemory<byte> data) =>
        new() { Name = name, Type = type, Dimensions = shape, Storage = OnnxStorage.Raw, Data = data };

    public static OnnxTensor Renamed(this OnnxTensor tensor, string name) => new()
    {
        Name = name,
        Type = tensor.Type,
        Dimensions = tensor.Dimensions,
        Storage = tensor.Storage,
        Data = tensor.Data,
        Texts = tensor.Texts,
    };

    /// <summary>The elements; null when they are no floats.</summary>
    public static float[]? AsFloats(this OnnxTensor? tensor) =>
        tensor is { Type: OnnxDataType.Float32 } ? MemoryMarshal.Cast<byte, float>(tensor.ToRaw().Span).ToArray() : null;

    /// <summary>The elements of an index or shape tensor; null when they are no whole numbers.</summary>
    public static long[]? AsIntegers(this OnnxTensor? tensor) => tensor?.Type switch
    {
        OnnxDataType.Int64 => MemoryMarshal.Cast<byte, long>(tensor.ToRaw().Span).ToArray(),
        OnnxDataType.Int32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(tensor.ToRaw().Span).ToArray(), static value => (long)value),
        _ => null,
    };
}
