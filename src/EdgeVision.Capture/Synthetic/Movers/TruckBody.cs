using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Draws a truck: a cab in front of a box, a tank, a tarpaulin, a flat bed or a tipper.</summary>
internal static class TruckBody
{
    // Fields, since a span literal costs an allocation until its method is optimised.
    private static readonly float[] HeadLamps = [0.02f, 0.80f];
    private static readonly float[] TailLamps = [0.03f, 0.83f];

    public const float Half = 1.2f;

    private static readonly uint[] Cabs = [0xEDEDEA, 0xB8242A, 0x1F4E8C, 0xD9A51E, 0x2E6B45, 0x3B3E42, 0xE07B25, 0x8FA3B0];
    private static readonly uint[] Loads = [0xE9E9E6, 0xD7D9DA, 0x9FA6AB, 0x27497A, 0x8E2A2A, 0x356B45, 0xC9A54A, 0xEFEFEF];

    public static float Length(ulong seed) => new SeededRandom(seed, 25).Range(6.2f, 9.6f);

    public static void Draw(BodyWork work, ulong seed)
    {
        var random = new SeededRandom(seed, 26);
        var length = Length(seed);
        var cab = Rgb.Hex(random.Pick<uint>(Cabs));
        var load = Rgb.Hex(random.Pick<uint>(Loads)) * random.Range(0.85f, 1.05f);
        var kind = random.Below(5);
        float front = length / 2, back = front - random.Range(1.9f, 2.3f), cabTop = random.Range(2.4f, 2.9f);
        var axleRear = (length * 0.24f) - front;
        Wheels.Far(work, front - 1.1f, 0.48f, Half);
        Wheels.Far(work, axleRear, 0.48f, Half);
        var bedFirst = work.Painter.Camera.Depth(work.At(-front, 0, 0)) > work.Painter.Camera.Depth(work.At(front, 0, 0));
        if (bedFirst)
        {
            TruckLoad.Draw(work, kind, -front, back - 0.15f, cabTop, load);
        }

        Cab(work, front, back, cabTop, cab);
        if (!bedFirst)
        {
            TruckLoad.Draw(work, kind, -front, back - 0.15f, cabTop, load);
        }

        Rear(work, front);
        Wheels.Near(work, front - 1.1f, 0.48f, Half, Rgb.Grey(0.55f));
        Wheels.Near(work, axleRear, 0.48f, Half, Rgb.Grey(0.55f), arch: false);
        if (length > 8)
        {
            Wheels.Near(work, axleRear + 1.15f, 0.48f, Half, Rgb.Grey(0.55f), arch: false);
        }
    }

    private static void Cab(BodyWork work, float front, float back, float top, Rgb colour)
    {
        ReadOnlySpan<Station> stations =
        [
            new(front, 0.45f, Half * 0.88f, 1.35f, Half * 0.92f, top * 0.72f, Half * 0.90f),
            new(front - 0.12f, 0.40f, Half * 0.97f, 1.35f, Half * 0.99f, top * 0.82f, Half * 0.95f),
            new(front - 0.40f, 0.40f, Half, 1.35f, Half, top, Half * 0.92f),
            new(back, 0.45f, Half, 1.35f, Half, top, Half * 0.92f),
        ];
        work.Loft(stations, colour, 0.35f);
        for (var side = -1; side <= 1; side += 2)
        {
            var door = work.SideFace(back + 0.2f, front - 0.15f, 1.3f, top * 0.93f, Half * 1.004f, Half * 0.955f, side);
            work.Glass(door.Part(0.10f, 0.80f, 0.15f, 0.92f));
            var low = work.SideFace(back + 0.2f, front - 0.15f, 0.5f, 1.3f, Half * 1.004f, Half * 1.004f, side);
            work.Pane(low.Part(0.08f, 0.10f, 0, 1), colour * 0.5f);
            work.Pane(low.Part(0.10f, 0.24f, 0.72f, 0.80f), colour * 0.4f);
        }

        Face(work, front, top);
    }

    private static void Face(BodyWork work, float front, float top)
    {
        var screen = work.CrossFace(front + 0.01f, top * 0.48f, top * 0.74f, Half * 0.90f, Half * 0.88f, -0.04f);
        work.Pane(screen.Part(0, 1, 0, 1), Rgb.Grey(0.08f));
        work.Glass(screen.Part(0.03f, 0.97f, 0.05f, 1));
        var upper = work.CrossFace(front - 0.02f, top * 0.74f, top * 0.92f, Half * 0.88f, Half * 0.86f, -0.28f);
        work.Glass(upper.Part(0.04f, 0.96f, 0, 0.6f));
        var low = work.CrossFace(front + 0.012f, 0.42f, 1.25f, Half * 0.88f, Half * 0.9f);
        work.Pane(low.Part(0.22f, 0.78f, 0.45f, 0.95f), Rgb.Grey(0.13f), 0.2f);
        work.Pane(low.Part(0, 1, 0, 0.30f), Rgb.Grey(0.18f));
        work.Pane(low.Part(0.38f, 0.62f, 0.14f, 0.28f), Rgb.Grey(0.9f));
        foreach (var u in HeadLamps)
        {
            work.Lamp(low.Part(u, u + 0.18f, 0.32f, 0.55f), new Rgb(0.82f, 0.84f, 0.86f), new Rgb(1.6f, 1.5f, 1.3f));
        }
    }

    private static void Rear(BodyWork work, float front)
    {
        var face = work.CrossFace(-front - 0.02f, 0.5f, 0.95f, Half, Half);
        work.Pane(face, Rgb.Grey(0.16f));
        foreach (var u in TailLamps)
        {
            work.Lamp(face.Part(u, u + 0.14f, 0.3f, 0.7f), new Rgb(0.65f, 0.07f, 0.06f), new Rgb(1.1f, 0.12f, 0.08f));
        }

        work.Pane(face.Part(0.4f, 0.6f, 0.2f, 0.6f), Rgb.Grey(0.88f));
    }
}
