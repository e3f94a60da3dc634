namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Smooth seeded noise over one or two dimensions, 0..1.</summary>
internal static class ValueNoise
{
    public static float At(float x, float y, ulong seed)
    {
        float fx = MathF.Floor(x), fy = MathF.Floor(y);
        int ix = (int)fx, iy = (int)fy;
        float tx = Ease(x - fx), ty = Ease(y - fy);
        var top = Cell(ix, iy, seed) + ((Cell(ix + 1, iy, seed) - Cell(ix, iy, seed)) * tx);
        var low = Cell(ix, iy + 1, seed) + ((Cell(ix + 1, iy + 1, seed) - Cell(ix, iy + 1, seed)) * tx);
        return top + ((low - top) * ty);
    }

    /// <summary>Three octaves: coarse shapes with finer ones on them.</summary>
    public static float Rough(float x, float y, ulong seed) =>
        (0.55f * At(x, y, seed)) + (0.28f * At(x * 2.3f, y * 2.3f, seed + 1)) + (0.17f * At(x * 5.1f, y * 5.1f, seed + 2));

    /// <summary>White noise of one cell, 0..1.</summary>
    public static float Cell(int x, int y, ulong seed)
    {
        var h = (uint)(x * 374761393) + (uint)(y * 668265263) + ((uint)seed * 2246822519u);
        h = (h ^ (h >> 13)) * 1274126177;
        h ^= h >> 16;
        return (h & 0xFFFFFF) / 16777216f;
    }

    private static float Ease(float t) => t * t * (3 - (2 * t));
}
