using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Draws a city bus.</summary>
internal static class BusBody
{
    // Fields, since a span literal costs an allocation until its method is optimised.
    private static readonly float[] Doors = [0.90f, 0.50f];
    private static readonly float[] HeadLamps = [0.05f, 0.77f];
    private static readonly float[] TailLamps = [0.03f, 0.89f];

    public const float Half = 1.25f;

    private static readonly uint[] Liveries = [0xC8202B, 0xE0B020, 0x1F6FB5, 0xEFEFEA, 0x2F8F4F, 0xD8D8D4, 0xE77A22, 0x7B2D6B, 0xB7BCC0];

    public static float Length(ulong seed) => new SeededRandom(seed, 23).Range(9.5f, 12.2f);

    public static void Draw(BodyWork work, ulong seed)
    {
        var random = new SeededRandom(seed, 24);
        var length = Length(seed);
        var height = random.Range(2.9f, 3.2f);
        var colour = Rgb.Hex(random.Pick<uint>(Liveries)) * random.Range(0.9f, 1.05f);
        var stripe = random.Chance(0.5f) ? Rgb.Hex(random.Pick<uint>(Liveries)) : colour * 0.8f;
        float front = length * 0.5f, axleFront = front - 2.6f, axleRear = 3.1f - front;
        Wheels.Far(work, axleFront, 0.48f, Half);
        Wheels.Far(work, axleRear, 0.48f, Half);
        work.Loft(Stations(front, height, stackalloc Station[5]), colour, 0.3f);
        for (var side = -1; side <= 1; side += 2)
        {
            Side(work, side, front, height, stripe, random.Below(4));
        }

        Front(work, front, height);
        Rear(work, front, height, colour);
        Wheels.Near(work, axleFront, 0.48f, Half, Rgb.Grey(0.6f));
        Wheels.Near(work, axleRear, 0.48f, Half, Rgb.Grey(0.6f));
    }

    private static ReadOnlySpan<Station> Stations(float front, float height, Span<Station> s)
    {
        s[0] = new Station(front, 0.35f, Half * 0.90f, 1.2f, Half * 0.93f, height - 0.28f, Half * 0.86f);
        s[1] = new Station(front - 0.18f, 0.28f, Half * 0.99f, 1.3f, Half, height - 0.05f, Half * 0.93f);
        s[2] = new Station(front - 1.2f, 0.28f, Half, 1.3f, Half, height, Half * 0.94f);
        s[3] = new Station(0.15f - front, 0.28f, Half, 1.3f, Half, height, Half * 0.94f);
        s[4] = new Station(-front, 0.4f, Half * 0.94f, 1.3f, Half * 0.95f, height - 0.15f, Half * 0.90f);
        return s;
    }

    private static void Side(BodyWork work, int side, float front, float height, Rgb stripe, int advert)
    {
        var lower = work.SideFace(-front + 0.2f, front - 0.2f, 0.30f, 1.3f, Half * 1.004f, Half * 1.004f, side);
        var upper = work.SideFace(-front + 0.2f, front - 0.2f, 1.3f, height, Half * 1.004f, Half * 0.945f, side);
        work.Pane(lower.Part(0, 1, 0, 0.10f), Rgb.Grey(0.14f));
        work.Pane(lower.Part(0, 1, 0.72f, 0.86f), stripe, 0.3f);
        if (advert == 0)
        {
            work.Pane(lower.Part(0.30f, 0.68f, 0.18f, 0.88f), stripe * 1.2f, 0.3f);
        }

        const int Windows = 8;
        work.Pane(upper.Part(0.02f, 0.985f, 0.02f, 0.66f), Rgb.Grey(0.10f), 0.2f);
        for (var i = 0; i < Windows; i++)
        {
            var pane = upper.Part(0.025f + (i * 0.12f), 0.135f + (i * 0.12f), 0.05f, 0.63f);
            work.Glass(pane);
            if (work.Lamps > 0.2f && work.Faces(pane))
            {
                work.Lamp(pane.Part(0.05f, 0.95f, 0.1f, 1), Rgb.Grey(0.3f), new Rgb(0.78f, 0.74f, 0.6f));
            }
        }

        foreach (var door in Doors)
        {
            work.Pane(lower.Part(door - 0.055f, door + 0.055f, 0.05f, 1), Rgb.Grey(0.12f));
            work.Glass(lower.Part(door - 0.05f, door - 0.004f, 0.12f, 1));
            work.Glass(lower.Part(door + 0.004f, door + 0.05f, 0.12f, 1));
        }
    }

    private static void Front(BodyWork work, float front, float height)
    {
        var face = work.CrossFace(front + 0.01f, 0.35f, height - 0.28f, Half * 0.90f, Half * 0.86f);
        work.Pane(face.Part(0.03f, 0.97f, 0.34f, 0.84f), Rgb.Grey(0.08f));
        work.Glass(face.Part(0.05f, 0.495f, 0.36f, 0.82f));
        work.Glass(face.Part(0.505f, 0.95f, 0.36f, 0.82f));
        work.Pane(face.Part(0.10f, 0.90f, 0.86f, 0.98f), Rgb.Grey(0.07f));
        work.Lamp(face.Part(0.22f, 0.78f, 0.885f, 0.955f), new Rgb(0.9f, 0.58f, 0.12f), new Rgb(1.1f, 0.7f, 0.15f));
        work.Pane(face.Part(0.38f, 0.62f, 0.06f, 0.12f), Rgb.Grey(0.9f));
        work.Pane(face.Part(0.04f, 0.96f, 0, 0.04f), Rgb.Grey(0.12f));
        foreach (var u in HeadLamps)
        {
            work.Lamp(face.Part(u, u + 0.18f, 0.12f, 0.20f), new Rgb(0.82f, 0.84f, 0.86f), new Rgb(1.6f, 1.5f, 1.3f));
        }
    }

    private static void Rear(BodyWork work, float front, float height, Rgb colour)
    {
        var face = work.CrossFace(-front - 0.01f, 0.4f, height - 0.2f, Half * 0.94f, Half * 0.90f);
        work.Glass(face.Part(0.12f, 0.88f, 0.56f, 0.88f));
        work.Pane(face.Part(0.15f, 0.85f, 0.08f, 0.34f), colour * 0.55f);
        work.Pane(face.Part(0.40f, 0.60f, 0.40f, 0.46f), Rgb.Grey(0.9f));
        foreach (var u in TailLamps)
        {
            work.Lamp(face.Part(u, u + 0.08f, 0.16f, 0.36f), new Rgb(0.65f, 0.07f, 0.06f), new Rgb(1.1f, 0.12f, 0.08f));
        }
    }
}
