using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>The triad of STREAM (McCalpin 1995): a = b + s · c over arrays that no cache holds. 12 bytes an element, as STREAM counts.</summary>
public sealed class MemoryTriad
{
    /// <summary>Bytes that one element is counted as: two reads and a write.</summary>
    public const int BytesPerElement = 3 * sizeof(float);

    private const int Piece = 1 << 18;
    private readonly float[] _a;
    private readonly float[] _b;
    private readonly float[] _c;
    private int _next;

    /// <param name="elements">Of each of the three arrays, at least one vector's.</param>
    public MemoryTriad(int elements)
    {
        _a = new float[elements];
        _b = new float[elements];
        _c = new float[elements];
        Array.Fill(_b, 1);
        Array.Fill(_c, 2);
        Array.Fill(_a, 3);
    }

    /// <summary>The first element of the last result, so that the loop cannot be left out.</summary>
    public float First => _a[0];

    /// <summary>The next piece of the arrays: short, so that a piece that nothing disturbed can be told from others.</summary>
    /// <returns>Bytes counted as moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Run(float scale)
    {
        var by = new Vector<float>(scale);
        var length = Math.Min(Piece, _a.Length);
        _next = _next + length > _a.Length ? 0 : _next;
        var a = _a.AsSpan(_next, length);
        var b = _b.AsSpan(_next, length);
        var c = _c.AsSpan(_next, length);
        var ends = length - (length % Vector<float>.Count);
        for (var i = 0; i < ends; i += Vector<float>.Count)
        {
            Vector.FusedMultiplyAdd(new Vector<float>(c[i..]), by, new Vector<float>(b[i..])).CopyTo(a[i..]);
        }

        _next += length;
        return (long)ends * BytesPerElement;
    }
}
