using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>
/// Multiply-adds in registers, as many at once as the processor's widest vectors hold. Twelve sums that do not wait for each
/// other cover an instruction's latency of four to six cycles on two units.
/// </summary>
public static class ComputePeak
{
    private const int Sums = 12;

    /// <summary>Runs the float loop.</summary>
    /// <param name="rounds">How often all sums are added to.</param>
    /// <param name="seed">Something that the compiler cannot know.</param>
    /// <param name="result">What was added up: kept, so that the loop cannot be left out.</param>
    /// <returns>Multiply-adds that were done.</returns>
    public static long Floats(int rounds, float seed, out float result)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            result = Float512(rounds, Vector512.Create(seed));
            return (long)rounds * Sums * Vector512<float>.Count;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            result = Float256(rounds, Vector256.Create(seed));
            return (long)rounds * Sums * Vector256<float>.Count;
        }

        result = Float128(rounds, Vector128.Create(seed));
        return (long)rounds * Sums * Vector128<float>.Count;
    }

    /// <summary>Whether .NET reaches an instruction that multiplies 8 bits and adds into 32: AVX-VNNI, or ARM's dot product.</summary>
    public static bool HasInt8 => AvxVnni.IsSupported || Dp.IsSupported;

    /// <inheritdoc cref="Floats"/>
    public static long Integers(int rounds, int seed, out int result)
    {
        if (AvxVnni.IsSupported)
        {
            result = Int8Vnni(rounds, seed);
            return (long)rounds * Sums * Vector256<byte>.Count;
        }

        result = Int8Dot(rounds, seed);
        return (long)rounds * Sums * Vector128<byte>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Float512(int rounds, Vector512<float> by)
    {
        Vector512<float> a = by, b = by, c = by, d = by, e = by, f = by, g = by, h = by, i = by, j = by, k = by, l = by;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, by, by);
            b = Vector512.FusedMultiplyAdd(b, by, by);
            c = Vector512.FusedMultiplyAdd(c, by, by);
            d = Vector512.FusedMultiplyAdd(d, by, by);
            e = Vector512.FusedMultiplyAdd(e, by, by);
            f = Vector512.FusedMultiplyAdd(f, by, by);
            g = Vector512.FusedMultiplyAdd(g, by, by);
            h = Vector512.FusedMultiplyAdd(h, by, by);
            i = Vector512.FusedMultiplyAdd(i, by, by);
            j = Vector512.FusedMultiplyAdd(j, by, by);
            k = Vector512.FusedMultiplyAdd(k, by, by);
            l = Vector512.FusedMultiplyAdd(l, by, by);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Float256(int rounds, Vector256<float> by)
    {
        Vector256<float> a = by, b = by, c = by, d = by, e = by, f = by, g = by, h = by, i = by, j = by, k = by, l = by;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, by, by);
            b = Vector256.FusedMultiplyAdd(b, by, by);
            c = Vector256.FusedMultiplyAdd(c, by, by);
            d = Vector256.FusedMultiplyAdd(d, by, by);
            e = Vector256.FusedMultiplyAdd(e, by, by);
            f = Vector256.FusedMultiplyAdd(f, by, by);
            g = Vector256.FusedMultiplyAdd(g, by, by);
            h = Vector256.FusedMultiplyAdd(h, by, by);
            i = Vector256.FusedMultiplyAdd(i, by, by);
            j = Vector256.FusedMultiplyAdd(j, by, by);
            k = Vector256.FusedMultiplyAdd(k, by, by);
            l = Vector256.FusedMultiplyAdd(l, by, by);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Float128(int rounds, Vector128<float> by)
    {
        Vector128<float> a = by, b = by, c = by, d = by, e = by, f = by, g = by, h = by, i = by, j = by, k = by, l = by;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector128.FusedMultiplyAdd(a, by, by);
            b = Vector128.FusedMultiplyAdd(b, by, by);
            c = Vector128.FusedMultiplyAdd(c, by, by);
            d = Vector128.FusedMultiplyAdd(d, by, by);
            e = Vector128.FusedMultiplyAdd(e, by, by);
            f = Vector128.FusedMultiplyAdd(f, by, by);
            g = Vector128.FusedMultiplyAdd(g, by, by);
            h = Vector128.FusedMultiplyAdd(h, by, by);
            i = Vector128.FusedMultiplyAdd(i, by, by);
            j = Vector128.FusedMultiplyAdd(j, by, by);
            k = Vector128.FusedMultiplyAdd(k, by, by);
            l = Vector128.FusedMultiplyAdd(l, by, by);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Int8Vnni(int rounds, int seed)
    {
        var (left, right) = (Vector256.Create((byte)seed), Vector256.Create((sbyte)seed));
        Vector256<int> a = default, b = default, c = default, d = default, e = default, f = default;
        Vector256<int> g = default, h = default, i = default, j = default, k = default, l = default;
        for (var round = 0; round < rounds; round++)
        {
            a = AvxVnni.MultiplyWideningAndAdd(a, left, right);
            b = AvxVnni.MultiplyWideningAndAdd(b, left, right);
            c = AvxVnni.MultiplyWideningAndAdd(c, left, right);
            d = AvxVnni.MultiplyWideningAndAdd(d, left, right);
            e = AvxVnni.MultiplyWideningAndAdd(e, left, right);
            f = AvxVnni.MultiplyWideningAndAdd(f, left, right);
            g = AvxVnni.MultiplyWideningAndAdd(g, left, right);
            h = AvxVnni.MultiplyWideningAndAdd(h, left, right);
            i = AvxVnni.MultiplyWideningAndAdd(i, left, right);
            j = AvxVnni.MultiplyWideningAndAdd(j, left, right);
            k = AvxVnni.MultiplyWideningAndAdd(k, left, right);
            l = AvxVnni.MultiplyWideningAndAdd(l, left, right);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Int8Dot(int rounds, int seed)
    {
        var (left, right) = (Vector128.Create((sbyte)seed), Vector128.Create((sbyte)seed));
        Vector128<int> a = default, b = default, c = default, d = default, e = default, f = default;
        Vector128<int> g = default, h = default, i = default, j = default, k = default, l = default;
        for (var round = 0; round < rounds; round++)
        {
            a = Dp.DotProduct(a, left, right);
            b = Dp.DotProduct(b, left, right);
            c = Dp.DotProduct(c, left, right);
            d = Dp.DotProduct(d, left, right);
            e = Dp.DotProduct(e, left, right);
            f = Dp.DotProduct(f, left, right);
            g = Dp.DotProduct(g, left, right);
            h = Dp.DotProduct(h, left, right);
            i = Dp.DotProduct(i, left, right);
            j = Dp.DotProduct(j, left, right);
            k = Dp.DotProduct(k, left, right);
            l = Dp.DotProduct(l, left, right);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
