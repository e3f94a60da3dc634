using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>
/// Collects the shadows of all movers before they darken the ground once: overlapping shadows do not add up. Shadows
/// end at the houses.
/// </summary>
internal sealed class ShadowPlane(StreetLayout layout)
{
    private readonly byte[] _dark = new byte[layout.Width * layout.Height];
    private readonly PolygonScan _scan = new(layout.Width);
    private readonly Hull _hull = new();
    private int _top;
    private int _bottom;

    /// <summary>Darkness of what is cast next, 0..255.</summary>
    public int Strength { get; set; }

    public void Clear()
    {
        if (_bottom > _top)
        {
            _dark.AsSpan(_top * layout.Width, (_bottom - _top) * layout.Width).Clear();
        }

        _top = layout.Height;
        _bottom = 0;
    }

    public void Begin() => _hull.Clear();

    /// <summary>Adds what a ball in the air shades on the ground.</summary>
    public void Ball(Point3 centre, float radius)
    {
        var x = centre.X - (layout.ToSun.X * centre.Y / layout.ToSun.Y);
        var z = centre.Z - (layout.ToSun.Z * centre.Y / layout.ToSun.Y);
        foreach (var c in Circle.Coarse)
        {
            Ground(x + (radius * c.X), z + (radius * c.Y));
        }
    }

    /// <summary>Adds what a corner in the air shades on the ground.</summary>
    public void Corner(Point3 corner) => Ground(
        corner.X - (layout.ToSun.X * corner.Y / layout.ToSun.Y), corner.Z - (layout.ToSun.Z * corner.Y / layout.ToSun.Y));

    /// <summary>Adds a point of the ground as it is.</summary>
    public void Ground(float x, float z)
    {
        var view = layout.Camera.ToView(new Point3(x, 0, Math.Min(z, layout.Facade)));
        if (view.Z > 0.6f)
        {
            _hull.Add(layout.Camera.ToPixel(view));
        }
    }

    public void Cast()
    {
        var outline = _hull.Outline();
        if (outline.Length < 3 || Strength <= 0)
        {
            return;
        }

        foreach (var p in outline)
        {
            _top = Math.Clamp((int)p.Y - 1, 0, _top);
            _bottom = Math.Clamp((int)p.Y + 2, _bottom, layout.Height);
        }

        var sink = new ShadowSink(_dark, layout.Width, Strength);
        _scan.Run(outline, 1, layout.Width, layout.Height, ref sink);
    }

    public void Darken(Canvas canvas)
    {
        for (var y = _top; y < _bottom; y++)
        {
            var dark = _dark.AsSpan(y * layout.Width, layout.Width);
            var luma = canvas.Luma.AsSpan(y * layout.Width, layout.Width);
            for (var x = dark.IndexOfAnyExcept((byte)0); x >= 0 && x < dark.Length; x++)
            {
                luma[x] = (byte)(luma[x] - ((luma[x] - 16) * dark[x] >> 8));
            }
        }
    }
}
