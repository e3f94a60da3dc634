using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Looks through floats for what does not belong there, a vector at a time.</summary>
public static class FloatScan
{
    private const int None = -1;

    /// <summary>Index of the first NaN or infinity; -1 when there is none.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> values) => FirstOutside(values, float.MinValue, float.MaxValue);

    /// <summary>Index of the first value that is NaN, below <paramref name="least"/> or above <paramref name="most"/>; -1 when there is none.</summary>
    public static int FirstOutside(ReadOnlySpan<float> values, float least, float most)
    {
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(values);
        var low = new Vector<float>(least);
        var high = new Vector<float>(most);
        var at = 0;

        // Four vectors a step: one branch for them all. A NaN compares false, so that it is outside too.
        for (; at <= lanes.Length - 4; at += 4)
        {
            var first = Vector.GreaterThanOrEqual(lanes[at], low) & Vector.LessThanOrEqual(lanes[at], high);
            var second = Vector.GreaterThanOrEqual(lanes[at + 1], low) & Vector.LessThanOrEqual(lanes[at + 1], high);
            var third = Vector.GreaterThanOrEqual(lanes[at + 2], low) & Vector.LessThanOrEqual(lanes[at + 2], high);
            var fourth = Vector.GreaterThanOrEqual(lanes[at + 3], low) & Vector.LessThanOrEqual(lanes[at + 3], high);
            if ((first & second & third & fourth) != Vector<int>.AllBitsSet)
            {
                break;
            }
        }

        for (var i = at * Vector<float>.Count; i < values.Length; i++)
        {
            if (!(values[i] >= least && values[i] <= most))
            {
                return i;
            }
        }

        return None;
    }
}
