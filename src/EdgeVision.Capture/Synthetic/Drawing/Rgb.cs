namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>A colour as shown (gamma-coded), each part 0..1; light may push it beyond 1.</summary>
internal readonly record struct Rgb(float R, float G, float B)
{
    public static Rgb White { get; } = new(1, 1, 1);

    public float Luma => (0.299f * R) + (0.587f * G) + (0.114f * B);

    public static Rgb operator +(Rgb a, Rgb b) => new(a.R + b.R, a.G + b.G, a.B + b.B);

    public static Rgb operator *(Rgb a, Rgb b) => new(a.R * b.R, a.G * b.G, a.B * b.B);

    public static Rgb operator *(Rgb a, float k) => new(a.R * k, a.G * k, a.B * k);

    public static Rgb Lerp(Rgb a, Rgb b, float t) => a + ((b + (a * -1)) * t);

    public static Rgb Grey(float level) => new(level, level, level);

    /// <summary>From 0xRRGGBB.</summary>
    public static Rgb Hex(uint code) => new((code >> 16 & 255) / 255f, (code >> 8 & 255) / 255f, (code & 255) / 255f);

    /// <summary>A soft shoulder instead of a hard clip, so that sunlit white keeps its edges.</summary>
    public Rgb Tone() => new(Shoulder(R), Shoulder(G), Shoulder(B));

    private static float Shoulder(float v) => v switch
    {
        <= 0 => 0,
        <= 0.75f => v,
        _ => 1 - (0.0625f / (v - 0.5f)),
    };
}
