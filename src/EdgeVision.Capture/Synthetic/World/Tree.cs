using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>A street tree: a trunk and a crown of many leafy clumps.</summary>
internal sealed class Tree : IProp
{
    private const int Clumps = 130;
    private const int InnerClumps = 36;

    private readonly Point3 _foot;
    private readonly float _height;
    private readonly float _crown;
    private readonly Rgb _leaf;
    private readonly ulong _seed;

    public Tree(ulong seed, int index, float x, float z)
    {
        var random = new SeededRandom(seed, 14, (ulong)index);
        _seed = random.Next();
        _foot = new Point3(x, 0, z);
        _height = random.Range(4.6f, 7.5f);
        _crown = random.Range(1.3f, 2.1f);
        _leaf = Rgb.Lerp(new Rgb(0.20f, 0.36f, 0.13f), new Rgb(0.42f, 0.45f, 0.17f), random.Unit());
    }

    public float X => _foot.X;

    public float Z => _foot.Z;

    public void Paint(ScenePainter painter, Light light)
    {
        var bark = painter.Light.On(new Rgb(0.33f, 0.27f, 0.21f), new Point3(0, 0, -1));
        var trunk = painter.Balls().Ball(_foot, 0.17f).Ball(_foot + new Point3(0.05f, _height - _crown, 0), 0.10f).HullOutline();
        var at = painter.Camera.Project(_foot);
        painter.Raster.Fill(trunk, Drawing.Paint.Of(bark).Along(new Point2(at.X - 4, 0), new Point2(at.X + 4, 0), -20) with { Grain = 10 });
        for (var i = 0; i < Clumps; i++)
        {
            Clump(painter, i);
        }
    }

    public void CastShadow(ScenePainter painter, Point3 toSun, float darkness)
    {
        Span<Point3> blot = stackalloc Point3[10];
        for (var i = 0; i < 9; i++)
        {
            var random = new SeededRandom(_seed, 9, (ulong)i);
            var centre = _foot + Spread(ref random);
            centre -= toSun * (centre.Y / toSun.Y);
            var radius = _crown * random.Range(0.25f, 0.5f);
            for (var k = 0; k < blot.Length; k++)
            {
                var angle = k * Trig.Turn / blot.Length;
                blot[k] = new Point3(centre.X + (radius * Trig.Cos(angle)), 0, centre.Z + (radius * Trig.Sin(angle)));
            }

            painter.Flat(blot, default, alpha: darkness * 0.42f);
        }
    }

    private void Clump(ScenePainter painter, int index)
    {
        var random = new SeededRandom(_seed, 8, (ulong)index);
        var offset = Spread(ref random);
        var outward = new Point3(offset.X, offset.Y - _height + _crown, offset.Z - (0.4f * _crown)).Unit();
        var inner = index < InnerClumps;
        var tone = inner ? 0.50f : 0.72f + (0.36f * outward.Y);
        var colour = painter.Light.On(_leaf * tone * random.Range(0.8f, 1.2f), outward);
        var shape = painter.Balls();
        var radius = _crown * (inner ? random.Range(0.2f, 0.32f) : random.Range(0.07f, 0.15f));
        for (var i = 0; i < 3; i++)
        {
            var nudge = new Point3(random.Range(-1, 1), random.Range(-1, 1), random.Range(-1, 1)) * (radius * 0.7f);
            shape.Ball(_foot + offset + nudge, radius * random.Range(0.4f, 0.9f));
        }

        painter.Raster.Fill(shape.HullOutline(), Drawing.Paint.Of(colour) with { Grain = 12 });
    }

    private Point3 Spread(ref SeededRandom random)
    {
        var p = new Point3(random.Range(-1, 1), random.Range(-1, 1), random.Range(-1, 1));
        p *= 1 / Math.Max(1, p.Length);
        return new Point3(p.X * _crown, _height - _crown + (p.Y * _crown * 0.95f), p.Z * _crown * 0.6f);
    }
}
