namespace EdgeVision.Inference.Onnx;

/// <summary>The field of TensorProto that holds a tensor's elements.</summary>
public enum OnnxStorage
{
    /// <summary>raw_data: fixed width, little-endian.</summary>
    Raw,

    /// <summary>float_data: four bytes each, little-endian.</summary>
    Float32,

    /// <summary>int32_data: varints; also for 8- and 16-bit integers, booleans and small floats, two four-bit values in each.</summary>
    Int32,

    /// <summary>int64_data: varints.</summary>
    Int64,

    /// <summary>double_data: eight bytes each, little-endian.</summary>
    Float64,

    /// <summary>uint64_data: varints; also for 32 bits.</summary>
    UInt64,

    /// <summary>string_data.</summary>
    Text,
}
