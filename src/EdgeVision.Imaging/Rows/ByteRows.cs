using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeVision.Imaging.Rows;

/// <summary>Rows of three-byte pixels taken apart into channels and put together again, 16 pixels at a time.</summary>
internal static class ByteRows
{
    private const int Step = 16;

    // By [channel * 3 + 16-byte piece of the packed row].
    private static readonly Vector128<byte>[] s_splitMasks = Masks(static (channel, piece, i) => (3 * i) + channel - (Step * piece));

    private static readonly Vector128<byte>[] s_joinMasks = Masks(static (channel, piece, i) =>
        ((Step * piece) + i) % 3 == channel ? ((Step * piece) + i) / 3 : -1);

    /// <summary>abcabc… into aaa…, bbb…, ccc….</summary>
    internal static void Split(ReadOnlySpan<byte> packed, Span<byte> first, Span<byte> second, Span<byte> third)
    {
        CheckLengths(packed.Length, first.Length, second.Length, third.Length);
        var masks = s_splitMasks;
        ref var source = ref MemoryMarshal.GetReference(packed);
        var x = 0;
        for (; x <= first.Length - Step; x += Step)
        {
            var a = Vector128.LoadUnsafe(ref source, (nuint)(3 * x));
            var b = Vector128.LoadUnsafe(ref source, (nuint)((3 * x) + Step));
            var c = Vector128.LoadUnsafe(ref source, (nuint)((3 * x) + (2 * Step)));
            Gather(a, b, c, masks[0], masks[1], masks[2]).StoreUnsafe(ref MemoryMarshal.GetReference(first), (nuint)x);
            Gather(a, b, c, masks[3], masks[4], masks[5]).StoreUnsafe(ref MemoryMarshal.GetReference(second), (nuint)x);
            Gather(a, b, c, masks[6], masks[7], masks[8]).StoreUnsafe(ref MemoryMarshal.GetReference(third), (nuint)x);
        }

        for (; x < first.Length; x++)
        {
            first[x] = packed[3 * x];
            second[x] = packed[(3 * x) + 1];
            third[x] = packed[(3 * x) + 2];
        }
    }

    /// <summary>aaa…, bbb…, ccc… into abcabc….</summary>
    internal static void Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> packed)
    {
        CheckLengths(packed.Length, first.Length, second.Length, third.Length);
        var masks = s_joinMasks;
        ref var target = ref MemoryMarshal.GetReference(packed);
        var x = 0;
        for (; x <= first.Length - Step; x += Step)
        {
            var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(first), (nuint)x);
            var b = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(second), (nuint)x);
            var c = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(third), (nuint)x);
            Gather(a, b, c, masks[0], masks[3], masks[6]).StoreUnsafe(ref target, (nuint)(3 * x));
            Gather(a, b, c, masks[1], masks[4], masks[7]).StoreUnsafe(ref target, (nuint)((3 * x) + Step));
            Gather(a, b, c, masks[2], masks[5], masks[8]).StoreUnsafe(ref target, (nuint)((3 * x) + (2 * Step)));
        }

        for (; x < first.Length; x++)
        {
            packed[3 * x] = first[x];
            packed[(3 * x) + 1] = second[x];
            packed[(3 * x) + 2] = third[x];
        }
    }

    private static Vector128<byte> Gather(
        Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> fromA, Vector128<byte> fromB, Vector128<byte> fromC) =>
        Vector128.ShuffleNative(a, fromA) | Vector128.ShuffleNative(b, fromB) | Vector128.ShuffleNative(c, fromC);

    private static Vector128<byte>[] Masks(Func<int, int, int, int> indexOf)
    {
        var masks = new Vector128<byte>[9];
        for (var mask = 0; mask < masks.Length; mask++)
        {
            for (var i = 0; i < Step; i++)
            {
                var index = indexOf(mask / 3, mask % 3, i);
                masks[mask] = masks[mask].WithElement(i, index is >= 0 and < Step ? (byte)index : byte.MaxValue);
            }
        }

        return masks;
    }

    private static void CheckLengths(int packed, int first, int second, int third)
    {
        if (packed != 3 * first || second != first || third != first)
        {
            throw new ArgumentException($"{packed} packed bytes do not hold channels of {first}, {second} and {third}");
        }
    }
}
