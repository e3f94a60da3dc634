using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>A hedge along a pavement, with gaps.</summary>
internal sealed class Hedge : IProp
{
    private readonly ulong _seed;
    private readonly float _from;
    private readonly float _to;
    private readonly float _height;
    private readonly Forecourt? _garden;
    private readonly Rgb _leaf;

    /// <param name="seed">Of the scene.</param>
    /// <param name="from">Metres along the street.</param>
    /// <param name="to">Metres along the street.</param>
    /// <param name="z">Metres across it.</param>
    /// <param name="garden">Whose path and drive are left open; null for none.</param>
    public Hedge(ulong seed, float from, float to, float z, Forecourt? garden = null)
    {
        var random = new SeededRandom(seed, 18);
        _garden = garden;
        _seed = seed;
        _from = from;
        _to = to;
        _height = random.Range(0.6f, 1.5f);
        _leaf = Rgb.Lerp(new Rgb(0.18f, 0.31f, 0.14f), new Rgb(0.34f, 0.38f, 0.16f), random.Unit());
        Z = z + 0.1f;
    }

    public float X => 0;

    public float Z { get; }

    public void Paint(ScenePainter painter, Light light)
    {
        var random = new SeededRandom(_seed, 19);
        var bulge = 0;
        for (var x = _from - 1; x < _to + 1; x += random.Range(0.25f, 0.5f))
        {
            if (ValueNoise.Cell((int)MathF.Floor(x / 6), 0, _seed) < 0.15f || _garden?.OnPath(x) == true || _garden?.OnDrive(x) == true)
            {
                continue;
            }

            var top = _height * random.Range(0.92f, 1.06f);
            var tone = random.Range(0.75f, 1.05f);
            Clump(painter, new Point3(x, top * 0.22f, Z), 0.30f, _leaf * (tone * 0.62f));
            Clump(painter, new Point3(x + 0.1f, top * 0.60f, Z), 0.30f, _leaf * (tone * 0.8f));
            Clump(painter, new Point3(x, top - 0.2f, Z), 0.22f, _leaf * (tone * (1 + (0.12f * (bulge++ & 1)))));
        }
    }

    public void CastShadow(ScenePainter painter, Point3 toSun, float darkness)
    {
    }

    private static void Clump(ScenePainter painter, Point3 centre, float radius, Rgb colour)
    {
        var lit = painter.Light.On(colour, new Point3(0, 0.5f, -0.8f));
        var shape = painter.Balls().Ball(centre, radius).Ball(centre + new Point3(radius * 0.7f, radius * 0.2f, 0), radius * 0.8f);
        painter.Raster.Fill(shape.HullOutline(), Drawing.Paint.Of(lit) with { Grain = 12 });
    }
}
