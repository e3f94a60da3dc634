using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeVision.Imaging.Colour;

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

    internal static void FromBytes(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, values.Length);
        ref var target = ref MemoryMarshal.GetReference(values);
        var x = 0;
        for (; x <= values.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)x), out var low, out var high);
            StoreWidened(low, ref target, (nuint)x);
            StoreWidened(high, ref target, (nuint)(x + Vector<ushort>.Count));
        }

        for (; x < values.Length; x++)
        {
            values[x] = bytes[x];
        }
    }

    /// <summary>Starts the sums with the values or adds them.</summary>
    internal static void Accumulate(ReadOnlySpan<float> values, Span<float> sums, bool first)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, values.Length);
        if (first)
        {
            values.CopyTo(sums);
            return;
        }

        var x = 0;
        for (; x <= values.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            (new Vector<float>(values[x..]) + new Vector<float>(sums[x..])).CopyTo(sums[x..]);
        }

        for (; x < values.Length; x++)
        {
            sums[x] += values[x];
        }
    }

    /// <summary>(red * Red + green * Green + blue * Blue) * share + Zero.</summary>
    internal static void Weigh(
        ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, in YuvWeights weights, float share, Span<float> output)
    {
        green = green[..red.Length];
        blue = blue[..red.Length];
        output = output[..red.Length];
        var x = 0;
        for (; x <= red.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = (new Vector<float>(red[x..]) * (weights.Red * share))
                + (new Vector<float>(green[x..]) * (weights.Green * share))
                + (new Vector<float>(blue[x..]) * (weights.Blue * share))
                + new Vector<float>(weights.Zero);
            sum.CopyTo(output[x..]);
        }

        for (; x < red.Length; x++)
        {
            output[x] = (((red[x] * weights.Red) + (green[x] * weights.Green) + (blue[x] * weights.Blue)) * share) + weights.Zero;
        }
    }

    private static void StoreWidened(Vector<ushort> values, ref float target, nuint at)
    {
        Vector.Widen(values, out var low, out var high);
        Vector.ConvertToSingle(Vector.AsVectorInt32(low)).StoreUnsafe(ref target, at);
        Vector.ConvertToSingle(Vector.AsVectorInt32(high)).StoreUnsafe(ref target, at + (nuint)Vector<float>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Rounded(ref float source, int x, int quarter)
    {
        var values = Vector.LoadUnsafe(ref source, (nuint)(x + (quarter * Vector<float>.Count)));
        return Vector.ConvertToInt32Native(Vector.ClampNative(values + new Vector<float>(0.5f), Vector<float>.Zero, new Vector<float>(255)));
    }
}
