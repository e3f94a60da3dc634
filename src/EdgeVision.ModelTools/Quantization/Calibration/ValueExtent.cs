using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Least and greatest of some values.</summary>
/// <param name="Min">Infinity when there are none.</param>
/// <param name="Max">Minus infinity when there are none.</param>
/// <param name="IsFinite">Whether no value is infinite or not a number; else Min and Max mean nothing.</param>
internal readonly record struct ValueExtent(float Min, float Max, bool IsFinite)
{
    public static ValueExtent Of(ReadOnlySpan<float> values)
    {
        var min = Vector256.Create(float.PositiveInfinity);
        var max = -min;

        // Infinity times 0 and NaN times 0 are NaN; finite values leave a 0.
        var poison = Vector256<float>.Zero;
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref readonly var vector in vectors)
        {
            min = Vector256.MinNative(min, vector);
            max = Vector256.MaxNative(max, vector);
            poison += vector * Vector256<float>.Zero;
        }

        var (least, greatest, rest) = (float.PositiveInfinity, float.NegativeInfinity, Vector256.Sum(poison));
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            least = MathF.Min(least, min[lane]);
            greatest = MathF.Max(greatest, max[lane]);
        }

        foreach (var value in values[(vectors.Length * Vector256<float>.Count)..])
        {
            least = MathF.Min(least, value);
            greatest = MathF.Max(greatest, value);
            rest += value * 0;
        }

        return new ValueExtent(least, greatest, rest == 0);
    }
}
