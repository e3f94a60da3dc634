namespace EdgeVision.Inference.Onnx;

/// <summary>Sizes of element types.</summary>
public static class OnnxDataTypes
{
    /// <summary>Bits of one element in raw data; 0 for text and for what the subset does not have.</summary>
    public static int Bits(this OnnxDataType type) => type switch
    {
        OnnxDataType.UInt4 or OnnxDataType.Int4 or OnnxDataType.Float4E2M1 => 4,
        OnnxDataType.UInt8 or OnnxDataType.Int8 or OnnxDataType.Bool => 8,
        OnnxDataType.Float8E4M3FN or OnnxDataType.Float8E4M3FNUZ or OnnxDataType.Float8E5M2 or OnnxDataType.Float8E5M2FNUZ => 8,
        OnnxDataType.UInt16 or OnnxDataType.Int16 or OnnxDataType.Float16 or OnnxDataType.BFloat16 => 16,
        OnnxDataType.Float32 or OnnxDataType.Int32 or OnnxDataType.UInt32 => 32,
        OnnxDataType.Float64 or OnnxDataType.Int64 or OnnxDataType.UInt64 => 64,
        _ => 0,
    };

    /// <summary>Bytes of so many elements in raw data; the last byte of four-bit types may be half full.</summary>
    public static long RawBytes(this OnnxDataType type, long elements) => checked(((elements * type.Bits()) + 7) / 8);

    /// <summary>The typed field that may hold such elements.</summary>
    internal static OnnxStorage TypedStorage(this OnnxDataType type) => type switch
    {
        OnnxDataType.Float32 => OnnxStorage.Float32,
        OnnxDataType.Float64 => OnnxStorage.Float64,
        OnnxDataType.Int64 => OnnxStorage.Int64,
        OnnxDataType.UInt32 or OnnxDataType.UInt64 => OnnxStorage.UInt64,
        OnnxDataType.Text => OnnxStorage.Text,
        _ => OnnxStorage.Int32,
    };

    /// <summary>Whether the subset has the type.</summary>
    internal static bool IsKnown(this OnnxDataType type) => type == OnnxDataType.Text || type.Bits() > 0;
}
