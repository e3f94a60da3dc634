using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// Counts of values in bins of one width, from a single pass over data whose range is not known before. Bin edges are
/// multiples of the width and the width is a power of two, so that merging pairs of bins gives exactly what counting
/// with the wider bins would have given: the result does not depend on the order of the values.
/// </summary>
public sealed class ValueHistogram
{
    /// <summary>Most bins; once values other than 0 have come, more than half as many reach from the least (or 0) to the greatest (or 0).</summary>
    public const int Capacity = 4096;

    private const int LeastExponent = -120;

    private long[] _counts = new long[1];
    private int _exponent = LeastExponent;
    private int _first;
    private double _low;
    private double _high;

    /// <summary>Width of each bin, a power of two.</summary>
    public double BinWidth => Math.ScaleB(1, _exponent);

    /// <summary>How many bins lie below 0: bin i holds the values from (i - ZeroBin) to (i - ZeroBin + 1) widths, the upper edge left out.</summary>
    public int ZeroBin => -_first;

    /// <summary>Values in each bin, from the least on.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>The lower edge of a bin.</summary>
    public double LowerEdge(int bin) => Math.ScaleB((double)(bin + _first), _exponent);

    /// <summary>Counts values.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var extent = ValueExtent.Of(values);
        if (!extent.IsFinite)
        {
            throw new ArgumentException("a value is infinite or not a number", nameof(values));
        }

        Add(values, extent);
    }

    internal void Add(ReadOnlySpan<float> values, ValueExtent extent)
    {
        Reach(Math.Min(0, extent.Min), Math.Max(0, extent.Max));
        Span<int> even = stackalloc int[Capacity];
        Span<int> odd = stackalloc int[Capacity];
        Count(values, even, odd);
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] += even[bin] + odd[bin];
        }
    }

    /// <summary>Two counters a bin: equal neighbours (the zeros behind a ReLU) would else wait for each other.</summary>
    private void Count(ReadOnlySpan<float> values, Span<int> even, Span<int> odd)
    {
        var scale = Vector256.Create(MathF.ScaleB(1, -_exponent));
        var first = Vector256.Create(_first);
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref readonly var vector in vectors)
        {
            var bins = Vector256.ConvertToInt32Native(Vector256.Floor(vector * scale)) - first;
            even[bins[0]]++;
            odd[bins[1]]++;
            even[bins[2]]++;
            odd[bins[3]]++;
            even[bins[4]]++;
            odd[bins[5]]++;
            even[bins[6]]++;
            odd[bins[7]]++;
        }

        foreach (var value in values[(vectors.Length * Vector256<float>.Count)..])
        {
            even[(int)MathF.Floor(value * scale[0]) - _first]++;
        }
    }

    /// <summary>Widens the bins until they reach from the least to the greatest value there ever was.</summary>
    private void Reach(double low, double high)
    {
        if (low >= _low && high <= _high)
        {
            return;
        }

        (_low, _high) = (Math.Min(_low, low), Math.Max(_high, high));
        var exponent = Exponent(_low, _high, _exponent);
        var first = Bin(_low, exponent);
        var counts = new long[Bin(_high, exponent) - first + 1];

        // 31 steps take any index to 0 or -1, where all further ones leave it.
        var shift = Math.Min(31, exponent - _exponent);
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            counts[((bin + _first) >> shift) - first] += _counts[bin];
        }

        (_counts, _exponent, _first) = (counts, exponent, first);
    }

    /// <summary>The least one, from the given one on, at which the bins are few enough.</summary>
    private static int Exponent(double low, double high, int from)
    {
        var exponent = Math.Max(from, Math.ILogB((high - low) / Capacity) - 1);
        while (Math.Floor(Math.ScaleB(high, -exponent)) - Math.Floor(Math.ScaleB(low, -exponent)) >= Capacity)
        {
            exponent++;
        }

        return exponent;
    }

    private static int Bin(double value, int exponent) => (int)Math.Floor(Math.ScaleB(value, -exponent));
}
