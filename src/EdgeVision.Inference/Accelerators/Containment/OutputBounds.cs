using System.Numerics;
using System.Runtime.InteropServices;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// The least and the greatest value of each element of one output, as a pattern that repeats: checked while it is copied, in one
/// pass over the memory. Where ranges have no such pattern it says so, and the caller looks element by element.
/// </summary>
public sealed class OutputBounds
{
    private const int Unrolled = 4;

    // A pattern that starts anew with each block of vectors, so that it is read without shifting.
    private readonly float[] _least;
    private readonly float[] _most;

    /// <param name="length">Elements of the output.</param>
    /// <param name="ranges">Of this output.</param>
    public OutputBounds(int length, IReadOnlyList<OutputRange> ranges)
    {
        var whole = ranges.All(range => range is { First: 0, Step: 0 } && range.Count == length);
        var period = whole ? 1 : ranges[0].Step;
        IsKnown = whole || (period > 0 && length % period == 0 && ranges.All(range => range.Step == period && range.First + range.Count <= period));
        var block = period * Vector<float>.Count * Unrolled;
        _least = IsKnown ? new float[block] : [];
        _most = IsKnown ? new float[block] : [];
        Array.Fill(_least, float.MinValue);
        Array.Fill(_most, float.MaxValue);
        foreach (var range in IsKnown ? ranges : [])
        {
            for (var at = 0; at < block; at++)
            {
                if (whole || (at % period >= range.First && at % period < range.First + range.Count))
                {
                    _least[at] = Math.Max(_least[at], range.Least);
                    _most[at] = Math.Min(_most[at], range.Most);
                }
            }
        }
    }

    /// <summary>Whether <see cref="Take"/> can be used.</summary>
    public bool IsKnown { get; }

    /// <summary>Copies, and says whether each value that was copied is finite and within its range.</summary>
    public bool Take(ReadOnlySpan<float> from, Span<float> to)
    {
        var good = Vector<int>.AllBitsSet;
        var done = 0;
        while (from.Length - done >= _least.Length)
        {
            good &= TakeBlock(from.Slice(done, _least.Length), to.Slice(done, _least.Length));
            done += _least.Length;
        }

        var allGood = good == Vector<int>.AllBitsSet;
        for (var i = 0; i < from.Length - done; i++)
        {
            // A NaN compares false.
            var value = from[done + i];
            to[done + i] = value;
            allGood &= value >= _least[i] && value <= _most[i];
        }

        return allGood;
    }

    private Vector<int> TakeBlock(ReadOnlySpan<float> from, Span<float> to)
    {
        var values = MemoryMarshal.Cast<float, Vector<float>>(from);
        var copies = MemoryMarshal.Cast<float, Vector<float>>(to);
        var least = MemoryMarshal.Cast<float, Vector<float>>(_least.AsSpan());
        var most = MemoryMarshal.Cast<float, Vector<float>>(_most.AsSpan());
        var good = Vector<int>.AllBitsSet;
        for (var i = 0; i < values.Length && i < copies.Length && i < least.Length && i < most.Length; i++)
        {
            // Read once: what is checked is what was copied, whatever the device does to its memory meanwhile.
            var value = values[i];
            copies[i] = value;
            good &= Vector.GreaterThanOrEqual(value, least[i]) & Vector.LessThanOrEqual(value, most[i]);
        }

        return good;
    }
}
