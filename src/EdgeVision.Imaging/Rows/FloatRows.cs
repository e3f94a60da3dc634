using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Imaging.Rows;

/// <summary>Rows of floats rounded to bytes, or put side by side as pixels.</summary>
internal static class FloatRows
{
    /// <summary>Rounds to the nearest and clamps to 0..255.</summary>
    internal static void ToBytes(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, values.Length);
        ref var source = ref MemoryMarshal.GetReference(values);
        ref var target = ref MemoryMarshal.GetReference(bytes);
        var x = 0;
        for (; x <= values.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var low = Vector.Narrow(Rounded(ref source, x, 0), Rounded(ref source, x, 1));
            var high = Vector.Narrow(Rounded(ref source, x, 2), Rounded(ref source, x, 3));
            Vector.Narrow(Vector.AsVectorUInt16(low), Vector.AsVectorUInt16(high)).StoreUnsafe(ref target, (nuint)x);
        }

        for (; x < values.Length; x++)
        {
            bytes[x] = ToByte(values[x]);
        }
    }

    internal static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);

    /// <summary>aaa…, bbb…, ccc… into abcabc….</summary>
    internal static void Join(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, Span<float> packed)
    {
        second = second[..first.Length];
        third = third[..first.Length];
        packed = packed[..(3 * first.Length)];
        for (var x = 0; x < first.Length; x++)
        {
            packed[3 * x] = first[x];
            packed[(3 * x) + 1] = second[x];
            packed[(3 * x) + 2] = third[x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Rounded(ref float source, int x, int quarter)
    {
        var values = Vector.LoadUnsafe(ref source, (nuint)(x + (quarter * Vector<float>.Count)));
        return Vector.ConvertToInt32Native(Vector.ClampNative(values + new Vector<float>(0.5f), Vector<float>.Zero, new Vector<float>(255)));
    }
}
