namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>
/// Turns a polygon into rows of coverage: four lines a row, exact in x, even-odd inside. Polygons may be concave, and
/// holes may be joined to the outline by a doubled edge.
/// </summary>
internal sealed class PolygonScan(int maxWidth)
{
    private const int Lines = 4;
    private const int MaxEdges = 96;

    private readonly float[] _delta = new float[maxWidth + 2];
    private readonly byte[] _coverage = new byte[maxWidth + 2];
    private readonly ScanEdge[] _edges = new ScanEdge[MaxEdges];
    private readonly float[] _crossings = new float[MaxEdges];
    private int _edgeCount;
    private int _from;
    private int _to;
    private int _solidFrom;
    private int _solidTo;

    /// <param name="polygon">In pixels of the full picture, at most 96 points.</param>
    /// <param name="scale">1 for luma, 0.5 for chroma.</param>
    /// <param name="width">Columns of the plane.</param>
    /// <param name="height">Rows of the plane.</param>
    /// <param name="sink">Takes the rows.</param>
    public void Run<T>(ReadOnlySpan<Point2> polygon, float scale, int width, int height, ref T sink)
        where T : struct, IRowSink
    {
        var (top, bottom) = CollectEdges(polygon, scale);
        var first = (int)Math.Clamp(MathF.Floor(top), 0, height);
        var last = (int)Math.Clamp(MathF.Ceiling(bottom), 0, height);
        for (var y = first; y < last; y++)
        {
            if (ScanRow(y, width))
            {
                Resolve(width);
                sink.Row(y, _from, _solidFrom, _solidTo, _to, _coverage);
            }
        }
    }

    private (float Top, float Bottom) CollectEdges(ReadOnlySpan<Point2> polygon, float scale)
    {
        _edgeCount = 0;
        float top = float.MaxValue, bottom = float.MinValue;
        var previous = polygon[^1];
        foreach (var point in polygon)
        {
            var edge = ScanEdge.Between(previous, point, scale);
            previous = point;
            top = Math.Min(top, point.Y * scale);
            bottom = Math.Max(bottom, point.Y * scale);
            if (edge.Bottom > edge.Top)
            {
                _edges[_edgeCount++] = edge;
            }
        }

        return (top, bottom);
    }

    private bool ScanRow(int y, int width)
    {
        _from = width;
        _to = 0;
        _solidFrom = 0;
        _solidTo = width;
        for (var line = 0; line < Lines; line++)
        {
            var count = Cross(y + ((line + 0.5f) / Lines));
            if (count != 2)
            {
                _solidTo = 0;
            }

            for (var i = 0; i + 1 < count; i += 2)
            {
                AddSpan(Math.Clamp(_crossings[i], 0, width), Math.Clamp(_crossings[i + 1], 0, width));
            }
        }

        return _from < _to;
    }

    private int Cross(float y)
    {
        var count = 0;
        foreach (ref readonly var edge in _edges.AsSpan(0, _edgeCount))
        {
            if (y < edge.Top || y >= edge.Bottom)
            {
                continue;
            }

            var x = edge.X + ((y - edge.Top) * edge.Slope);
            var at = count++;
            while (at > 0 && _crossings[at - 1] > x)
            {
                _crossings[at] = _crossings[at - 1];
                at--;
            }

            _crossings[at] = x;
        }

        return count;
    }

    private void AddSpan(float left, float right)
    {
        if (right <= left)
        {
            _solidTo = 0;
            return;
        }

        var first = (int)left;
        var last = (int)right;
        AddStep(first, first + 1 - left, 1);
        AddStep(last, last + 1 - right, -1);
        _from = Math.Min(_from, first);
        _to = Math.Max(_to, Math.Min(last + 1, _delta.Length - 2));
        _solidFrom = Math.Max(_solidFrom, first + 1);
        _solidTo = Math.Min(_solidTo, last);
    }

    /// <summary>Coverage rises by one line from here on; the first pixel takes only its inner share.</summary>
    private void AddStep(int x, float share, int sign)
    {
        _delta[x] += sign * share;
        _delta[x + 1] += sign * (1 - share);
    }

    private void Resolve(int width)
    {
        _to = Math.Min(_to, width);
        if (_solidTo <= _solidFrom)
        {
            _solidFrom = _solidTo = _to;
        }

        var sum = 0f;
        for (var x = _from; x < _solidFrom; x++)
        {
            sum += _delta[x];
            _coverage[x] = (byte)Math.Clamp((sum * (255f / Lines)) + 0.5f, 0, 255);
        }

        sum = Lines;
        if (_solidFrom < _solidTo)
        {
            // All rising steps end before the solid part, so only the falling ones are left.
            for (var x = _solidTo; x < _to; x++)
            {
                sum += _delta[x];
                _coverage[x] = (byte)Math.Clamp((sum * (255f / Lines)) + 0.5f, 0, 255);
            }
        }

        _delta.AsSpan(_from, Math.Min(_to + 2, _delta.Length) - _from).Clear();
    }
}
