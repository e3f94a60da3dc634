using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Draws parts of one vehicle in its own metres: bodies between cross-sections, panes, lamps, wheels.</summary>
internal sealed class BodyWork(ScenePainter painter)
{
    private Placement _at;
    private Point3 _inside;

    public ScenePainter Painter => painter;

    /// <summary>0 by day .. 1 at night.</summary>
    public float Lamps { get; private set; }

    /// <summary>Metres driven, for the wheels.</summary>
    public float Driven { get; private set; }

    public void Begin(in Placement at, float height, float lamps, float driven)
    {
        _at = at;
        _inside = at.At(0, height / 2, 0);
        Lamps = lamps;
        Driven = driven;
    }

    public Point3 At(float ahead, float up, float side) => _at.At(ahead, up, side);

    /// <summary>A closed body along the cross-sections, front first; corners look rounded where they lie close.</summary>
    public void Loft(ReadOnlySpan<Station> stations, Rgb colour, float gloss)
    {
        painter.Balls();
        foreach (var s in stations)
        {
            painter.Corner(At(s.Ahead, s.Low, s.HalfLow)).Corner(At(s.Ahead, s.Low, -s.HalfLow))
                .Corner(At(s.Ahead, s.Middle, s.HalfMiddle)).Corner(At(s.Ahead, s.Middle, -s.HalfMiddle))
                .Corner(At(s.Ahead, s.High, s.HalfHigh)).Corner(At(s.Ahead, s.High, -s.HalfHigh));
        }

        // Below the faces, so that their soft edges never show the street through the body.
        painter.Raster.Fill(painter.HullOutline(), Paint.Of(painter.Light.On(colour * 0.8f, new Point3(0, 0.2f, -0.8f), gloss)));
        for (var i = 0; i + 1 < stations.Length; i++)
        {
            Segment(stations[i], stations[i + 1], colour, gloss);
        }

        Cap(stations[0], colour, gloss);
        Cap(stations[^1], colour, gloss);
    }

    /// <summary>The side face between two cross-sections' heights; side is 1 or -1.</summary>
    public Quad SideFace(float rear, float front, float low, float high, float halfLow, float halfHigh, int side) => new(
        At(rear, low, side * halfLow), At(front, low, side * halfLow), At(front, high, side * halfHigh), At(rear, high, side * halfHigh));

    /// <summary>A face across the vehicle; lean is how much further ahead the top is.</summary>
    public Quad CrossFace(float ahead, float low, float high, float halfLow, float halfHigh, float lean = 0) => new(
        At(ahead, low, -halfLow), At(ahead, low, halfLow), At(ahead + lean, high, halfHigh), At(ahead + lean, high, -halfHigh));

    public void Pane(in Quad quad, Rgb colour, float gloss = 0, float fade = 0)
    {
        painter.Face(quad.CopyTo(stackalloc Point3[4]), _inside, colour, gloss, fade);
    }

    /// <summary>Window glass: dark, the sky in its upper part.</summary>
    public void Glass(in Quad quad)
    {
        var sky = painter.Light.Sky;
        Pane(quad, new Rgb(0.13f, 0.15f, 0.17f) + (sky * 0.10f), 0.35f, 12 + (40 * sky.Luma));
    }

    /// <summary>A lamp: its glass by day, its own light when lit.</summary>
    public void Lamp(in Quad quad, Rgb glass, Rgb glowing)
    {
        if (Faces(quad))
        {
            painter.Flat(quad.CopyTo(stackalloc Point3[4]), Rgb.Lerp(painter.Light.On(glass, new Point3(0, 0.2f, -0.8f), 0.5f), glowing, Lamps));
        }
    }

    public bool Faces(in Quad quad)
    {
        var normal = Point3.Cross(quad.B - quad.A, quad.D - quad.A);
        normal = Point3.Dot(normal, quad.A - _inside) < 0 ? normal * -1 : normal;
        return Point3.Dot(normal, painter.Camera.Eye - quad.A) > 0;
    }

    public bool SideFaces(int side) => Point3.Dot(_at.Side * side, painter.Camera.Eye - _inside) > 0;

    /// <summary>An upright disc that faces sideways.</summary>
    public void Disc(float ahead, float up, float side, float radius, Rgb lit)
    {
        Span<Point3> rim = stackalloc Point3[18];
        for (var i = 0; i < rim.Length; i++)
        {
            var angle = i * Trig.Turn / rim.Length;
            rim[i] = At(ahead + (radius * Trig.Cos(angle)), Math.Max(0, up + (radius * Trig.Sin(angle))), side);
        }

        painter.Flat(rim, lit);
    }

    private void Segment(in Station a, in Station b, Rgb colour, float gloss)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            Pane(new Quad(At(b.Ahead, b.Low, side * b.HalfLow), At(a.Ahead, a.Low, side * a.HalfLow), At(a.Ahead, a.Middle, side * a.HalfMiddle), At(b.Ahead, b.Middle, side * b.HalfMiddle)), colour * 0.88f, gloss, 8);
            Pane(new Quad(At(b.Ahead, b.Middle, side * b.HalfMiddle), At(a.Ahead, a.Middle, side * a.HalfMiddle), At(a.Ahead, a.High, side * a.HalfHigh), At(b.Ahead, b.High, side * b.HalfHigh)), colour, gloss, 12);
        }

        Pane(new Quad(At(b.Ahead, b.High, -b.HalfHigh), At(a.Ahead, a.High, -a.HalfHigh), At(a.Ahead, a.High, a.HalfHigh), At(b.Ahead, b.High, b.HalfHigh)), colour, gloss);
    }

    private void Cap(in Station s, Rgb colour, float gloss)
    {
        Pane(new Quad(At(s.Ahead, s.Low, -s.HalfLow), At(s.Ahead, s.Low, s.HalfLow), At(s.Ahead, s.Middle, s.HalfMiddle), At(s.Ahead, s.Middle, -s.HalfMiddle)), colour * 0.85f, gloss, 8);
        Pane(new Quad(At(s.Ahead, s.Middle, -s.HalfMiddle), At(s.Ahead, s.Middle, s.HalfMiddle), At(s.Ahead, s.High, s.HalfHigh), At(s.Ahead, s.High, -s.HalfHigh)), colour, gloss, 8);
    }
}
