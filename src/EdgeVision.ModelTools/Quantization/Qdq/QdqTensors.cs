using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Makes constants.</summary>
internal static class QdqTensors
{
    /// <summary>One number for the whole tensor: a scalar, as ONNX Runtime's fusions want it.</summary>
    public static OnnxTensor Scalar(string name, OnnxDataType type, ReadOnlyMemory<byte> data) => Make(name, type, [], data);

    public static OnnxTensor Scale(string name, float scale) => Scalar(name, OnnxDataType.Float32, Floats([scale]));

    public static OnnxTensor Scales(string name, float[] scales) => Make(name, OnnxDataType.Float32, [scales.Length], Floats(scales));

    public static OnnxTensor Int32s(string name, int[] values, bool scalar = false) =>
        Make(name, OnnxDataType.Int32, scalar ? [] : [values.Length], MemoryMarshal.AsBytes<int>(values).ToArray());

    public static OnnxTensor Make(string name, OnnxDataType type, IReadOnlyList<long> dimensions, ReadOnlyMemory<byte> data) =>
        new() { Name = name, Type = type, Dimensions = dimensions, Storage = OnnxStorage.Raw, Data = data };

    public static ReadOnlySpan<float> Floats(OnnxTensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.ToRaw().Span);

    private static byte[] Floats(float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();
}
