using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Things that stand about and are none of the labelled classes, though some have a person's size.</summary>
internal sealed class Furniture(ulong seed, FurnitureKind kind, float x, float z) : IProp
{
    private static readonly uint[] Paints = [0x2C4A36, 0x3A3D41, 0x27456E, 0x5A4632, 0x8C1F22, 0xC9A02A, 0x6E7479];

    public float X => x;

    public float Z => z;

    private float Height => kind switch
    {
        FurnitureKind.Sign => 2.5f,
        FurnitureKind.PottedTree => 1.5f,
        FurnitureKind.PostBox => 1.25f,
        FurnitureKind.Bush => 0.8f,
        _ => 1,
    };

    public void Paint(ScenePainter painter, Light light)
    {
        var random = new SeededRandom(seed, 20);
        var colour = Rgb.Hex(random.Pick<uint>(Paints)) * random.Range(0.85f, 1.2f);
        switch (kind)
        {
            case FurnitureKind.WheeledBin:
                Box(painter, 0.07f, 0.98f, 0.27f, colour);
                Box(painter, 0.98f, 1.05f, 0.30f, colour * 0.8f);
                Bar(painter, -0.2f, 0.09f, -0.14f, 0.09f, 0.09f, Rgb.Grey(0.1f));
                break;
            case FurnitureKind.PostBox:
                Bar(painter, 0, 0, 0, 0.7f, 0.06f, Rgb.Grey(0.35f));
                Box(painter, 0.7f, 1.25f, 0.21f, random.Chance(0.5f) ? Rgb.Hex(0xC9A02A) : Rgb.Hex(0xA5201F));
                break;
            case FurnitureKind.Bollard:
                Bar(painter, 0, 0, 0, 0.9f, 0.09f, colour);
                Bar(painter, 0, 0.7f, 0, 0.74f, 0.095f, Rgb.Grey(0.9f));
                break;
            case FurnitureKind.Bench:
                Bench(painter, new Rgb(0.45f, 0.31f, 0.2f) * random.Range(0.8f, 1.3f));
                break;
            case FurnitureKind.Sign:
                Bar(painter, 0, 0, 0, 2.5f, 0.035f, Rgb.Grey(0.6f));
                Bar(painter, 0, 2.25f, 0, 2.25f, 0.3f, random.Chance(0.5f) ? Rgb.Hex(0xB81F24) : Rgb.Hex(0x1F4FA0));
                Bar(painter, 0, 2.25f, 0, 2.25f, 0.21f, Rgb.Grey(0.92f));
                break;
            default:
                Leaves(painter, ref random, colour);
                break;
        }
    }

    public void CastShadow(ScenePainter painter, Point3 toSun, float darkness)
    {
        var reach = toSun * (Height / toSun.Y);
        var half = kind is FurnitureKind.Sign or FurnitureKind.Bollard ? 0.06f : 0.3f;
        Span<Point3> strip =
        [
            new(x - half, 0, z), new(x + half, 0, z), new(x + half - reach.X, 0, z - reach.Z), new(x - half - reach.X, 0, z - reach.Z),
        ];
        painter.Flat(strip, default, alpha: darkness * 0.8f);
    }

    private void Bench(ScenePainter painter, Rgb wood)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            Bar(painter, 0.75f * side, 0, 0.75f * side, 0.85f, 0.04f, Rgb.Grey(0.3f));
        }

        for (var plank = 0; plank < 4; plank++)
        {
            var up = plank < 2 ? 0.42f + (0.03f * plank) : 0.3f + (0.19f * plank);
            Bar(painter, -0.85f, up, 0.85f, up, 0.045f, wood * (0.9f + (0.06f * plank)));
        }
    }

    private void Leaves(ScenePainter painter, ref SeededRandom random, Rgb pot)
    {
        var leaf = Rgb.Lerp(new Rgb(0.16f, 0.30f, 0.13f), new Rgb(0.42f, 0.42f, 0.16f), random.Unit());
        var foot = 0f;
        if (kind == FurnitureKind.PottedTree)
        {
            Box(painter, 0, 0.4f, 0.22f, pot);
            Bar(painter, 0, 0.4f, 0, 0.95f, 0.03f, new Rgb(0.3f, 0.22f, 0.15f));
            foot = 0.85f;
        }

        for (var i = 0; i < 9; i++)
        {
            var at = new Point3(x + random.Range(-0.28f, 0.28f), foot + (0.12f * (i / 2)) + 0.2f, z + random.Range(-0.1f, 0.1f));
            var lit = painter.Light.On(leaf * random.Range(0.75f, 1.15f), new Point3(0, 0.5f, -0.8f));
            painter.Raster.Fill(painter.Balls().Ball(at, 0.2f).HullOutline(), Drawing.Paint.Of(lit) with { Grain = 12 });
        }
    }

    private void Bar(ScenePainter painter, float dx0, float y0, float dx1, float y1, float radius, Rgb colour)
    {
        var lit = painter.Light.On(colour, new Point3(0, 0.2f, -1), 0.15f);
        painter.Raster.Fill(painter.Balls().Ball(new Point3(x + dx0, y0, z), radius).Ball(new Point3(x + dx1, y1, z), radius).HullOutline(), Drawing.Paint.Of(lit));
    }

    private void Box(ScenePainter painter, float low, float high, float half, Rgb colour)
    {
        var inside = new Point3(x, (low + high) / 2, z);
        float l = x - half, r = x + half, n = z - half, f = z + half;
        painter.Face([new(l, low, n), new(r, low, n), new(r, high, n), new(l, high, n)], inside, colour, 0.1f, 10);
        painter.Face([new(l, low, n), new(l, low, f), new(l, high, f), new(l, high, n)], inside, colour, 0.1f, 10);
        painter.Face([new(r, low, n), new(r, low, f), new(r, high, f), new(r, high, n)], inside, colour, 0.1f, 10);
        painter.Face([new(l, high, n), new(r, high, n), new(r, high, f), new(l, high, f)], inside, colour, 0.15f);
    }
}
