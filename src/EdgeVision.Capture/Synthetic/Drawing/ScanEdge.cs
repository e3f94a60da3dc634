namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>A polygon's edge, going down: its rows, the column where it begins and columns per row.</summary>
internal readonly record struct ScanEdge(float Top, float Bottom, float X, float Slope)
{
    public static ScanEdge Between(Point2 a, Point2 b, float scale)
    {
        var (high, low) = a.Y <= b.Y ? (a, b) : (b, a);
        var rows = (low.Y - high.Y) * scale;
        return new ScanEdge(high.Y * scale, low.Y * scale, high.X * scale, rows > 1e-6f ? (low.X - high.X) * scale / rows : 0);
    }
}
