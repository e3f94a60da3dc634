using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeVision.Inference.Decoding;

/// <summary>Reading confidences.</summary>
internal static class Confidence
{
    /// <summary>Into 0..1; NaN stays NaN, so that every comparison with it fails.</summary>
    public static float Clip(float value) => Math.Clamp(value, 0f, 1f);

    /// <summary>Index of the greatest value, the first of equals; -1 when there is a NaN among them.</summary>
    public static int Best(ReadOnlySpan<float> values, out float best)
    {
        best = Max(values);
        return float.IsNaN(best)
            ? -1
            : MemoryMarshal.Cast<float, int>(values).IndexOf(BitConverter.SingleToInt32Bits(best));
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var best = values[0];
        var index = 0;
        if (values.Length >= Vector<float>.Count)
        {
            var lanes = new Vector<float>(values);
            for (index = Vector<float>.Count; index <= values.Length - Vector<float>.Count; index += Vector<float>.Count)
            {
                lanes = Vector.Max(lanes, new Vector<float>(values[index..]));
            }

            best = lanes[0];
            for (var lane = 1; lane < Vector<float>.Count; lane++)
            {
                best = MathF.Max(best, lanes[lane]);
            }
        }

        for (; index < values.Length; index++)
        {
            best = MathF.Max(best, values[index]);
        }

        return best;
    }
}
