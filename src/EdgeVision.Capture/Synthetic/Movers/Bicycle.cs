using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A bicycle and the pose of its rider.</summary>
internal static class Bicycle
{
    private const float Wheel = 0.345f;

    private static readonly uint[] Frames = [0x1B1D20, 0xB3262B, 0x27559A, 0xE4E4E2, 0x3B7A4A, 0xD8B22C, 0x6D7175, 0xD2692A];

    public static void Add(FigureParts parts, Skeleton body, in Placement at, in PersonLook look, ulong seed, float travelled)
    {
        var random = new SeededRandom(seed, 27);
        var frame = Rgb.Hex(random.Pick<uint>(Frames));
        var lean = random.Range(0.14f, 0.34f);
        parts.OfPerson = false;
        parts.Axle = at.Side;
        WheelAt(parts, at, -0.53f);
        WheelAt(parts, at, 0.54f);
        Frame(parts, at, frame, random.Chance(0.3f));
        var crank = travelled * 1.05f;
        var right = new Point2(-0.05f + (0.17f * Trig.Cos(crank)), 0.29f - (0.17f * Trig.Sin(crank)));
        var left = new Point2(-0.05f - (0.17f * Trig.Cos(crank)), 0.29f + (0.17f * Trig.Sin(crank)));
        parts.Limb(Rgb.Grey(0.2f), at.At(right.X, right.Y, -0.1f), 0.02f, at.At(-0.05f, 0.29f, -0.05f), 0.018f);
        parts.Limb(Rgb.Grey(0.2f), at.At(left.X, left.Y, 0.1f), 0.02f, at.At(-0.05f, 0.29f, 0.05f), 0.018f);
        RidePose.Set(body, at, look, new Point2(-0.20f, 0.98f), new Point3(0.36f, 1.02f, 0.22f), lean, right, left, 0.11f);
    }

    private static void WheelAt(FigureParts parts, in Placement at, float ahead)
    {
        var hub = at.At(ahead, Wheel, 0);
        parts.Ring(Rgb.Grey(0.10f), hub, Wheel, Wheel - 0.045f);
        parts.Ring(Rgb.Grey(0.55f), hub, Wheel - 0.045f, Wheel - 0.062f);
        parts.Limb(Rgb.Grey(0.3f), at.At(ahead, Wheel, -0.04f), 0.03f, at.At(ahead, Wheel, 0.04f), 0.03f);
        for (var i = 0; i < 3; i++)
        {
            float x = 0.3f * Trig.Cos(i * 1.05f), y = 0.3f * Trig.Sin(i * 1.05f);
            parts.Limb(Rgb.Grey(0.42f), at.At(ahead - x, Wheel - y, 0), 0.004f, at.At(ahead + x, Wheel + y, 0), 0.004f);
        }
    }

    private static void Frame(FigureParts parts, in Placement at, Rgb colour, bool basket)
    {
        Point3 pedals = at.At(-0.05f, 0.29f, 0), saddle = at.At(-0.20f, 0.86f, 0), head = at.At(0.36f, 0.86f, 0);
        Tube(parts, colour, pedals, saddle);
        Tube(parts, colour, pedals, at.At(0.38f, 0.78f, 0));
        Tube(parts, colour, at.At(-0.17f, 0.76f, 0), head);
        Tube(parts, colour, pedals, at.At(-0.53f, Wheel, 0));
        Tube(parts, colour, at.At(-0.17f, 0.78f, 0), at.At(-0.53f, Wheel, 0));
        Tube(parts, colour * 0.8f, head, at.At(0.54f, Wheel, 0));
        Tube(parts, Rgb.Grey(0.25f), head, at.At(0.33f, 1.0f, 0));
        Tube(parts, Rgb.Grey(0.2f), at.At(0.35f, 1.02f, -0.27f), at.At(0.35f, 1.02f, 0.27f));
        parts.Limb(Rgb.Grey(0.12f), at.At(-0.33f, 0.90f, 0), 0.055f, at.At(-0.08f, 0.90f, 0), 0.025f);
        parts.Limb(new Rgb(0.7f, 0.08f, 0.08f), at.At(-0.60f, 0.72f, 0), 0.03f, at.At(-0.58f, 0.72f, 0), 0.03f);
        if (basket)
        {
            parts.Part(new Rgb(0.42f, 0.33f, 0.22f));
            for (var s = -1; s <= 1; s += 2)
            {
                parts.Ball(at.At(0.48f, 0.92f, 0.14f * s), 0.04f);
                parts.Ball(at.At(0.72f, 0.92f, 0.14f * s), 0.04f);
                parts.Ball(at.At(0.50f, 0.72f, 0.11f * s), 0.04f);
                parts.Ball(at.At(0.68f, 0.72f, 0.11f * s), 0.04f);
            }
        }
    }

    private static void Tube(FigureParts parts, Rgb colour, Point3 from, Point3 to) => parts.Limb(colour, from, 0.02f, to, 0.02f, 0, 0.3f);
}
