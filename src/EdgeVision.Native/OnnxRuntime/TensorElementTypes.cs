namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Sizes and .NET twins of tensor element types.</summary>
public static class TensorElementTypes
{
    /// <summary>Bytes per element; 0 for a type whose elements have no fixed size or that this binding does not know.</summary>
    public static int ByteSize(this TensorElementType type) => type switch
    {
        TensorElementType.UInt8 or TensorElementType.Int8 or TensorElementType.Boolean => 1,
        TensorElementType.UInt16 or TensorElementType.Int16 or TensorElementType.Float16 or TensorElementType.BFloat16 => 2,
        TensorElementType.Float32 or TensorElementType.Int32 or TensorElementType.UInt32 => 4,
        TensorElementType.Float64 or TensorElementType.Int64 or TensorElementType.UInt64 or TensorElementType.Complex64 => 8,
        TensorElementType.Complex128 => 16,
        _ => 0,
    };

    /// <summary>True when <typeparamref name="T"/> is the .NET type with this element's meaning (float for Float32, Half for Float16, …).</summary>
    public static bool Is<T>(this TensorElementType type)
        where T : unmanaged => type switch
        {
            TensorElementType.Float32 => typeof(T) == typeof(float),
            TensorElementType.UInt8 => typeof(T) == typeof(byte),
            TensorElementType.Int8 => typeof(T) == typeof(sbyte),
            TensorElementType.UInt16 or TensorElementType.BFloat16 => typeof(T) == typeof(ushort),
            TensorElementType.Int16 => typeof(T) == typeof(short),
            TensorElementType.Int32 => typeof(T) == typeof(int),
            TensorElementType.Int64 => typeof(T) == typeof(long),
            TensorElementType.Boolean => typeof(T) == typeof(bool) || typeof(T) == typeof(byte),
            TensorElementType.Float16 => typeof(T) == typeof(Half),
            TensorElementType.Float64 => typeof(T) == typeof(double),
            TensorElementType.UInt32 => typeof(T) == typeof(uint),
            TensorElementType.UInt64 => typeof(T) == typeof(ulong),
            _ => false,
        };
}
