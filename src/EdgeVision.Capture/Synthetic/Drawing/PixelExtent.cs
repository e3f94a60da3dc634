namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Number of pixels and the rectangle around them; Right and Bottom lie just outside.</summary>
internal record struct PixelExtent(int Pixels, int Left, int Top, int Right, int Bottom)
{
    public static PixelExtent None { get; } = new(0, int.MaxValue, int.MaxValue, 0, 0);

    public void Add(int y, int from, int to, int pixels)
    {
        Pixels += pixels;
        Left = Math.Min(Left, from);
        Right = Math.Max(Right, to);
        Top = Math.Min(Top, y);
        Bottom = Math.Max(Bottom, y + 1);
    }
}
