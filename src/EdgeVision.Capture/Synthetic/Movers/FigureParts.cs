using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>
/// A figure put together from balls in space. Collects the pieces, then draws them from far to near, so that the same
/// figure works from every side. Keeps its memory between figures.
/// </summary>
internal sealed class FigureParts
{
    private const int MaxParts = 96;

    private readonly FigurePart[] _parts = new FigurePart[MaxParts];
    private readonly float[] _depths = new float[MaxParts];
    private readonly int[] _order = new int[MaxParts];
    private readonly Point3[] _centres = new Point3[512];
    private readonly float[] _radii = new float[512];
    private int _partCount;
    private int _ballCount;

    /// <summary>Whether the pieces that follow belong to a person.</summary>
    public bool OfPerson { get; set; }

    /// <summary>Whether the pieces that follow are things in somebody's hands, which have no label.</summary>
    public bool Carried { get; set; }

    /// <summary>Direction of a wheel's axle, for rings.</summary>
    public Point3 Axle { get; set; }

    public void Clear()
    {
        _partCount = 0;
        _ballCount = 0;
        Carried = false;
    }

    public void Part(Rgb colour, float nearer = 0, float gloss = 0) =>
        _parts[_partCount++] = new FigurePart(_ballCount, 0, colour, nearer, OfPerson, 0, gloss, Carried);

    public void Ball(Point3 centre, float radius)
    {
        _centres[_ballCount] = centre;
        _radii[_ballCount++] = radius;
        ref var part = ref _parts[_partCount - 1];
        part = part with { Count = part.Count + 1 };
    }

    public void Limb(Rgb colour, Point3 from, float r0, Point3 to, float r1, float nearer = 0, float gloss = 0)
    {
        Part(colour, nearer, gloss);
        Ball(from, r0);
        Ball(to, r1);
    }

    public void Ring(Rgb colour, Point3 centre, float outer, float inner, float nearer = 0)
    {
        Part(colour, nearer);
        Ball(centre, outer);
        ref var part = ref _parts[_partCount - 1];
        part = part with { Hole = inner };
    }

    /// <param name="painter">Draws it in the light set there.</param>
    /// <param name="machine">The machine's number in the mask; 0 for none.</param>
    /// <param name="person">The person's number in the mask.</param>
    public void Draw(ScenePainter painter, int machine, int person)
    {
        Sort(painter.Camera);
        for (var i = 0; i < _partCount; i++)
        {
            ref readonly var part = ref _parts[_order[i]];
            painter.Raster.Mask?.Draw(part.Carried ? IdMask.Nobody : part.OfPerson ? person : machine, part.OfPerson);
            if (part.Hole > 0)
            {
                DrawRing(painter, part);
            }
            else
            {
                DrawHull(painter, part);
            }
        }
    }

    /// <summary>The shadow of every piece on the ground.</summary>
    public void CastShadow(ShadowPlane shadows)
    {
        for (var i = 0; i < _partCount; i++)
        {
            var part = _parts[i];
            shadows.Begin();
            for (var k = part.First; k < part.First + part.Count; k++)
            {
                shadows.Ball(_centres[k], part.Hole > 0 ? 0.05f : _radii[k]);
            }

            shadows.Cast();
        }
    }

    private static Paint Shaded(ScenePainter painter, in FigurePart part, ReadOnlySpan<Point2> outline, Point2 from, Point2 to)
    {
        var towards = (painter.Camera.Eye * 0.12f).Unit() with { Z = -0.7f };
        var lit = painter.Light.On(part.Colour, towards.Unit(), part.Gloss);
        var across = new Point2(to.Y - from.Y, from.X - to.X);
        float low = float.MaxValue, high = float.MinValue;
        var length = MathF.Sqrt((across.X * across.X) + (across.Y * across.Y));
        if (part.Count != 2 || length < 1.5f)
        {
            across = new Point2(1, 0);
            length = 1;
        }

        across = new Point2(across.X / length, across.Y / length);
        foreach (var p in outline)
        {
            var d = (p.X * across.X) + (p.Y * across.Y);
            low = Math.Min(low, d);
            high = Math.Max(high, d);
        }

        var sunward = painter.Light.ToSun.X * across.X >= 0 == across.X >= 0 ? 1 : -1;
        var paint = Paint.Of(lit);
        var amount = (paint.Luma - 10) * (0.20f + (0.35f * painter.Light.Sun.R)) * (painter.Light.ToSun.X >= 0 ? sunward : -sunward);
        var middle = new Point2(from.X * 0.5f + (to.X * 0.5f), (from.Y + to.Y) * 0.5f);
        var centre = (middle.X * across.X) + (middle.Y * across.Y);
        var half = Math.Max((high - low) / 2, 0.5f);
        return paint.Along(
            new Point2(middle.X + (across.X * ((low + high) / 2 - centre - half)), middle.Y + (across.Y * ((low + high) / 2 - centre - half))),
            new Point2(middle.X + (across.X * ((low + high) / 2 - centre + half)), middle.Y + (across.Y * ((low + high) / 2 - centre + half))),
            across.X >= 0 ? amount : -amount);
    }

    private void DrawHull(ScenePainter painter, in FigurePart part)
    {
        painter.Balls();
        for (var k = part.First; k < part.First + part.Count; k++)
        {
            painter.Ball(_centres[k], _radii[k]);
        }

        var outline = painter.HullOutline();
        if (outline.Length >= 3)
        {
            var from = painter.Camera.Project(_centres[part.First]);
            var to = painter.Camera.Project(_centres[part.First + part.Count - 1]);
            painter.Raster.Fill(outline, Shaded(painter, part, outline, from, to));
        }
    }

    private void DrawRing(ScenePainter painter, in FigurePart part)
    {
        const int Corners = 20;
        Span<Point3> ring = stackalloc Point3[(2 * Corners) + 2];
        var centre = _centres[part.First];
        var ahead = new Point3(-Axle.Z, 0, Axle.X);
        for (var i = 0; i <= Corners; i++)
        {
            var angle = i * Trig.Turn / Corners;
            var way = (ahead * Trig.Cos(angle)) + new Point3(0, Trig.Sin(angle), 0);
            ring[i] = centre + (way * _radii[part.First]);
            ring[(2 * Corners) + 1 - i] = centre + (way * part.Hole);
        }

        painter.Flat(ring, painter.Light.On(part.Colour, new Point3(0, 0.3f, -0.9f)));
    }

    private void Sort(SceneCamera camera)
    {
        for (var i = 0; i < _partCount; i++)
        {
            var part = _parts[i];
            var sum = default(Point3);
            for (var k = part.First; k < part.First + part.Count; k++)
            {
                sum += _centres[k];
            }

            var depth = camera.Depth(sum * (1f / part.Count)) - part.Nearer;
            var at = i;
            while (at > 0 && _depths[at - 1] < depth)
            {
                _depths[at] = _depths[at - 1];
                _order[at] = _order[at - 1];
                at--;
            }

            _depths[at] = depth;
            _order[at] = i;
        }
    }
}
