using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A motorcycle or scooter and the pose of its rider.</summary>
internal static class Motorcycle
{
    // Fields, since a span literal costs an allocation until its method is optimised.
    private static readonly float[] Sides = [-0.13f, 0.13f];

    private static readonly uint[] Paints = [0x1A1B1E, 0xB0201F, 0x1F4C96, 0xE8E8E6, 0x2F6B3F, 0xE08A1F, 0x5C6066, 0xC9C9C4];

    public static void Add(FigureParts parts, Skeleton body, in Placement at, in PersonLook look, ulong seed, float lamps)
    {
        var random = new SeededRandom(seed, 28);
        var colour = Rgb.Hex(random.Pick<uint>(Paints));
        var scooter = random.Chance(0.4f);
        var wheel = scooter ? 0.24f : 0.31f;
        parts.OfPerson = false;
        parts.Axle = at.Side;
        WheelAt(parts, at, -0.66f, wheel);
        WheelAt(parts, at, 0.68f, wheel);
        if (scooter)
        {
            Scooter(parts, at, colour);
        }
        else
        {
            Frame(parts, at, colour);
        }

        Lights(parts, at, lamps, colour);
        var foot = scooter ? new Point2(0.20f, 0.33f) : new Point2(-0.02f, 0.30f);
        RidePose.Set(body, at, look, new Point2(-0.22f, 0.86f), new Point3(0.40f, 1.02f, 0.30f), random.Range(0.08f, 0.28f), foot, foot, scooter ? 0.13f : 0.22f);
    }

    private static void WheelAt(FigureParts parts, in Placement at, float ahead, float radius)
    {
        var hub = at.At(ahead, radius, 0);
        parts.Part(Rgb.Grey(0.11f));
        for (var i = 0; i < 8; i++)
        {
            parts.Ball(at.At(ahead + (radius * 0.84f * Trig.Cos(i * Trig.Turn / 8)), radius + (radius * 0.84f * Trig.Sin(i * Trig.Turn / 8)), 0), radius * 0.16f);
        }

        parts.Ring(Rgb.Grey(0.52f), hub, radius * 0.66f, radius * 0.52f, 0.02f);
        parts.Limb(Rgb.Grey(0.45f), at.At(ahead, radius, -0.07f), radius * 0.2f, at.At(ahead, radius, 0.07f), radius * 0.2f, 0.02f);
    }

    private static void Frame(FigureParts parts, in Placement at, Rgb colour)
    {
        parts.Part(Rgb.Grey(0.24f), 0, 0.3f);
        foreach (var side in Sides)
        {
            parts.Ball(at.At(0.18f, 0.42f, side), 0.14f);
            parts.Ball(at.At(-0.22f, 0.40f, side), 0.13f);
            parts.Ball(at.At(0.05f, 0.60f, side), 0.10f);
        }

        parts.Part(colour, 0, 0.5f);
        parts.Ball(at.At(0.34f, 0.84f, 0), 0.12f);
        parts.Ball(at.At(0.12f, 0.90f, 0), 0.15f);
        parts.Ball(at.At(-0.10f, 0.80f, 0), 0.11f);
        parts.Limb(Rgb.Grey(0.12f), at.At(-0.10f, 0.80f, 0), 0.10f, at.At(-0.62f, 0.84f, 0), 0.09f);
        parts.Limb(colour * 0.9f, at.At(-0.50f, 0.76f, 0), 0.10f, at.At(-0.86f, 0.82f, 0), 0.05f, 0, 0.4f);
        parts.Limb(Rgb.Grey(0.62f), at.At(0.05f, 0.28f, -0.2f), 0.035f, at.At(-0.70f, 0.36f, -0.2f), 0.055f, 0, 0.6f);
        parts.Limb(Rgb.Grey(0.3f), at.At(-0.2f, 0.42f, 0.12f), 0.04f, at.At(-0.66f, 0.31f, 0.12f), 0.04f);
        Fork(parts, at, 0.31f, colour);
    }

    private static void Scooter(FigureParts parts, in Placement at, Rgb colour)
    {
        parts.Part(colour, 0, 0.5f);
        parts.Ball(at.At(-0.18f, 0.55f, 0), 0.16f);
        parts.Ball(at.At(-0.75f, 0.58f, 0), 0.13f);
        parts.Ball(at.At(-0.45f, 0.42f, 0), 0.18f);
        parts.Limb(Rgb.Grey(0.12f), at.At(-0.12f, 0.76f, 0), 0.09f, at.At(-0.72f, 0.79f, 0), 0.09f);
        parts.Part(Rgb.Grey(0.2f));
        parts.Ball(at.At(0.36f, 0.28f, 0.12f), 0.05f);
        parts.Ball(at.At(-0.2f, 0.28f, 0.12f), 0.05f);
        parts.Ball(at.At(0.36f, 0.28f, -0.12f), 0.05f);
        parts.Ball(at.At(-0.2f, 0.28f, -0.12f), 0.05f);
        parts.Part(colour, 0, 0.5f);
        parts.Ball(at.At(0.36f, 0.35f, 0.14f), 0.07f);
        parts.Ball(at.At(0.36f, 0.35f, -0.14f), 0.07f);
        parts.Ball(at.At(0.44f, 0.92f, 0.10f), 0.07f);
        parts.Ball(at.At(0.44f, 0.92f, -0.10f), 0.07f);
        Fork(parts, at, 0.24f, colour);
    }

    private static void Fork(FigureParts parts, in Placement at, float wheel, Rgb colour)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            parts.Limb(Rgb.Grey(0.5f), at.At(0.44f, 0.95f, 0.09f * side), 0.03f, at.At(0.68f, wheel, 0.09f * side), 0.03f, 0, 0.5f);
            parts.Limb(Rgb.Grey(0.2f), at.At(0.48f, 1.06f, 0.30f * side), 0.02f, at.At(0.48f, 1.26f, 0.34f * side), 0.05f);
        }

        parts.Limb(colour, at.At(0.55f, wheel * 2.05f, 0), 0.05f, at.At(0.85f, wheel * 1.85f, 0), 0.04f, 0, 0.4f);
        parts.Limb(Rgb.Grey(0.2f), at.At(0.42f, 1.03f, -0.33f), 0.022f, at.At(0.42f, 1.03f, 0.33f), 0.022f);
    }

    private static void Lights(FigureParts parts, in Placement at, float lamps, Rgb colour)
    {
        parts.Limb(colour * 0.7f, at.At(0.46f, 0.95f, 0), 0.11f, at.At(0.52f, 0.94f, 0), 0.11f, 0, 0.4f);
        parts.Limb(Rgb.Lerp(Rgb.Grey(0.85f), Rgb.White * 6, lamps), at.At(0.57f, 0.93f, 0), 0.085f, at.At(0.60f, 0.93f, 0), 0.08f);
        parts.Limb(Rgb.Lerp(new Rgb(0.6f, 0.06f, 0.06f), new Rgb(5, 0.3f, 0.2f), lamps), at.At(-0.88f, 0.76f, -0.06f), 0.045f, at.At(-0.88f, 0.76f, 0.06f), 0.045f);
        parts.Limb(Rgb.Grey(0.8f), at.At(-0.90f, 0.62f, -0.07f), 0.05f, at.At(-0.90f, 0.62f, 0.07f), 0.05f);
    }
}
