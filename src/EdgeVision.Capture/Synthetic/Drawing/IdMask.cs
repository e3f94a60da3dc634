namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>
/// Which object owns each pixel, and how large each object is on its own. Shapes are drawn from far to near, so the
/// last mark wins. A rider and the machine below are drawn in turns, so each of the two groups keeps its own outline.
/// </summary>
internal sealed class IdMask(int width, int height)
{
    public const int MaxObjects = 250;

    /// <summary>Draws as something that is no object: it hides, and is not counted.</summary>
    public const int Nobody = 255;

    private readonly byte[] _ids = new byte[width * height];
    private readonly byte[] _machines = new byte[width * height];
    private readonly byte[] _persons = new byte[width * height];
    private readonly PixelExtent[] _full = new PixelExtent[MaxObjects + 1];
    private readonly PixelExtent[] _visible = new PixelExtent[MaxObjects + 1];
    private bool _isPerson;

    /// <summary>The object being drawn; 0 for none.</summary>
    public int Current { get; private set; }

    /// <summary>The owner of each pixel, row by row; 0 for the background.</summary>
    public ReadOnlySpan<byte> Ids => _ids;

    public ref readonly PixelExtent Full(int id) => ref _full[id];

    public ref readonly PixelExtent Visible(int id) => ref _visible[id];

    public void Clear()
    {
        Current = 0;
        _ids.AsSpan().Clear();
        _machines.AsSpan().Clear();
        _persons.AsSpan().Clear();
        _full.AsSpan().Fill(PixelExtent.None);
        _visible.AsSpan().Fill(PixelExtent.None);
    }

    public void Draw(int id, bool isPerson)
    {
        Current = id;
        _isPerson = isPerson;
    }

    public void Mark(int y, int from, int solidFrom, int solidTo, int to, ReadOnlySpan<byte> coverage)
    {
        MarkPartly(y, from, solidFrom, coverage);
        if (solidFrom < solidTo)
        {
            MarkSolid(y, solidFrom, solidTo);
        }

        MarkPartly(y, solidTo, to, coverage);
    }

    /// <summary>Something that is no object stands in front of these pixels.</summary>
    public void Cover(int pixel, int count) => _ids.AsSpan(pixel, count).Clear();

    /// <summary>Finds each object's visible pixels; after the last mark.</summary>
    public void Measure()
    {
        for (var y = 0; y < height; y++)
        {
            var row = _ids.AsSpan(y * width, width);
            var x = row.IndexOfAnyExcept((byte)0);
            while (x >= 0 && x < width)
            {
                var run = row[x..].IndexOfAnyExcept(row[x]);
                var end = run < 0 ? width : x + run;
                if (row[x] != 0)
                {
                    _visible[row[x]].Add(y, x, end, end - x);
                }

                x = end;
            }
        }
    }

    private void MarkPartly(int y, int from, int to, ReadOnlySpan<byte> coverage)
    {
        for (var x = from; x < to; x++)
        {
            if (coverage[x] >= 128)
            {
                MarkSolid(y, x, x + 1);
            }
        }
    }

    private void MarkSolid(int y, int from, int to)
    {
        if (Current == Nobody)
        {
            Cover((y * width) + from, to - from);
            return;
        }

        _ids.AsSpan((y * width) + from, to - from).Fill((byte)Current);
        var outline = (_isPerson ? _persons : _machines).AsSpan((y * width) + from, to - from);
        var fresh = 0;
        var id = (byte)Current;
        foreach (ref var owner in outline)
        {
            fresh += owner == id ? 0 : 1;
            owner = id;
        }

        _full[Current].Add(y, from, to, fresh);
    }
}
