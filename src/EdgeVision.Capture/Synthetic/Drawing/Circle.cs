namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Unit circles as polygons of nearly the circle's area.</summary>
internal static class Circle
{
    private static readonly Point2[] Sixteen = Make(16, 1.012f);
    private static readonly Point2[] Eight = Make(8, 1.04f);

    public static ReadOnlySpan<Point2> Fine => Sixteen;

    public static ReadOnlySpan<Point2> Coarse => Eight;

    private static Point2[] Make(int corners, float radius)
    {
        var points = new Point2[corners];
        for (var i = 0; i < corners; i++)
        {
            var angle = (i + 0.5f) * Trig.Turn / corners;
            points[i] = new Point2(radius * Trig.Cos(angle), radius * Trig.Sin(angle));
        }

        return points;
    }
}
