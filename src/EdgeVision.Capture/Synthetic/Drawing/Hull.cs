namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Convex outline of a set of points, by Andrew's monotone chain (1979). Keeps its memory between uses.</summary>
internal sealed class Hull
{
    private const int Capacity = 192;

    private readonly Point2[] _points = new Point2[Capacity];
    private readonly Point2[] _outline = new Point2[Capacity];
    private int _count;

    public bool IsEmpty => _count == 0;

    public void Clear() => _count = 0;

    public void Add(Point2 point)
    {
        if (_count == Capacity)
        {
            return;
        }

        var at = _count++;
        while (at > 0 && IsAfter(_points[at - 1], point))
        {
            _points[at] = _points[at - 1];
            at--;
        }

        _points[at] = point;
    }

    /// <summary>The outline, valid until the next change; at most 96 points.</summary>
    public ReadOnlySpan<Point2> Outline()
    {
        if (_count < 3)
        {
            return [];
        }

        var size = Chain(0, 1, 0);
        size = Chain(size, -1, size - 1);
        return _outline.AsSpan(0, Math.Min(Math.Max(size - 1, 0), 96));
    }

    private static bool IsAfter(Point2 a, Point2 b) => a.X > b.X || (a.X == b.X && a.Y > b.Y);

    private static float Turn(Point2 a, Point2 b, Point2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private int Chain(int size, int direction, int floor)
    {
        var start = direction > 0 ? 0 : _count - 2;
        for (var i = start; i >= 0 && i < _count; i += direction)
        {
            while (size - floor >= 2 && Turn(_outline[size - 2], _outline[size - 1], _points[i]) <= 0)
            {
                size--;
            }

            _outline[size++] = _points[i];
        }

        return size;
    }
}
