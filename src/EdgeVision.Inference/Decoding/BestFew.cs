namespace EdgeVision.Inference.Decoding;

/// <summary>Orders numbered values, greatest first and equal ones by number. Reused for each frame; one thread.</summary>
/// <param name="capacity">Most values.</param>
internal sealed class BestFew(int capacity)
{
    private readonly ulong[] _keys = new ulong[capacity];
    private int _count;

    public void Clear() => _count = 0;

    /// <param name="value">Not NaN.</param>
    /// <param name="number">At least 0.</param>
    public void Add(float value, int number)
    {
        // Bits of floats order as the floats do once negative ones are turned over; inverted they sort greatest first. The
        // sum makes one zero of two.
        var bits = BitConverter.SingleToUInt32Bits(value + 0f);
        var ascending = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        _keys[_count++] = ((ulong)~ascending << 32) | (uint)number;
    }

    /// <summary>Puts them in order.</summary>
    /// <returns>How many there are.</returns>
    public int Sort()
    {
        _keys.AsSpan(0, _count).Sort();
        return _count;
    }

    /// <summary>The number at a place of the order.</summary>
    public int this[int place] => (int)(uint)_keys[place];
}
