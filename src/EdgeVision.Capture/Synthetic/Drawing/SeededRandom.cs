namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>splitmix64 (Steele, Lea and Flood 2014): small, seedable anywhere in a stream, the same on every machine.</summary>
internal struct SeededRandom
{
    private ulong _state;

    public SeededRandom(ulong seed, ulong stream = 0, ulong index = 0) => _state = Mix(Mix(seed ^ Mix(stream + 0x9E37)) + index);

    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>0 ≤ value &lt; 1.</summary>
    public float Unit() => (Next() >> 40) / 16777216f;

    public float Range(float from, float to) => from + ((to - from) * Unit());

    public bool Chance(float probability) => Unit() < probability;

    /// <summary>0 ≤ value &lt; count.</summary>
    public int Below(int count) => (int)((Next() >> 33) % (ulong)count);

    public T Pick<T>(ReadOnlySpan<T> from) => from[Below(from.Length)];

    /// <summary>A grey between the two shades or a weak tint of it: most things are no pure colour.</summary>
    public Rgb Shade(float dark, float light, float tint)
    {
        var grey = Range(dark, light);
        return new Rgb(grey + Range(-tint, tint), grey + Range(-tint, tint), grey + Range(-tint, tint));
    }
}
