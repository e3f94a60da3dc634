namespace EdgeVision.Imaging.Drawing;

/// <summary>A colour, 0..255 each.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb Black { get; }

    public static Rgb White { get; } = new(255, 255, 255);

    /// <summary>BT.601 luma, 0..255.</summary>
    public float Luma => (0.299f * Red) + (0.587f * Green) + (0.114f * Blue);
}
