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

        // Four vectors a step: one branch for them all.
        while (at <= lanes.Length - 4
            && (Inside(lanes[at], low, high) & Inside(lanes[at + 1], low, high) & Inside(lanes[at + 2], low, high) & Inside(lanes[at + 3], low, high))
            == Vector<int>.AllBitsSet)
        {
            at += 4;
        }

        while (at < lanes.Length && Inside(lanes[at], low, high) == Vector<int>.AllBitsSet)
        {
            at++;
        }

        // What is left of less than a vector is seen together with its neighbours before it.
        if (at == lanes.Length && at > 0 && Inside(new Vector<float>(values[^Vector<float>.Count..]), low, high) == Vector<int>.AllBitsSet)
        {
            return None;
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

    /// <summary>A NaN compares false, so that it is outside too.</summary>
    private static Vector<int> Inside(Vector<float> values, Vector<float> least, Vector<float> most) =>
        Vector.GreaterThanOrEqual(values, least) & Vector.LessThanOrEqual(values, most);
}
