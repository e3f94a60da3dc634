using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Makes constants.</summary>
internal static class QdqTensors
{
    /// <summary>One number for the whole tensor: a scalar, as ONNX Runtime's fusions want it.</summary>
    public static OnnxTensor Scalar(string name, OnnxDataType type, ReadOnlyMemory<byte> data) => TensorValues.Raw(name, type, [], data);

    public static OnnxTensor Scale(string name, float scale) => TensorValues.Floats(name, [], [scale]);

    public static OnnxTensor Scales(string name, float[] scales) => TensorValues.Floats(name, [scales.Length], scales);

    public static OnnxTensor Int32s(string name, int[] values, bool scalar = false) =>
        TensorValues.Raw(name, OnnxDataType.Int32, scalar ? [] : [values.Length], MemoryMarshal.AsBytes<int>(values).ToArray());
}
