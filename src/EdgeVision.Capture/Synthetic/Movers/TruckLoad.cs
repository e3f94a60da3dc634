using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>What stands behind a truck's cab.</summary>
internal static class TruckLoad
{
    private const float Half = TruckBody.Half;

    public static void Draw(BodyWork work, int kind, float rear, float front, float cabTop, Rgb colour)
    {
        Chassis(work, rear, front);
        switch (kind)
        {
            case 0 or 1:
                Box(work, rear, front, cabTop + (kind * 0.5f), colour, kind == 1);
                break;
            case 2:
                Tank(work, rear, front, colour);
                break;
            case 3:
                Tipper(work, rear, front, colour);
                break;
            default:
                FlatBed(work, rear, front, colour);
                break;
        }
    }

    private static void Chassis(BodyWork work, float rear, float front)
    {
        ReadOnlySpan<Station> stations = [Even(front, 0.55f, 0.95f, Half * 0.8f), Even(rear, 0.55f, 0.95f, Half * 0.8f)];
        work.Loft(stations, Rgb.Grey(0.16f), 0);
    }

    private static Station Even(float ahead, float low, float high, float half) => new(ahead, low, half, (low + high) / 2, half, high, half);

    private static void Box(BodyWork work, float rear, float front, float top, Rgb colour, bool ribbed)
    {
        ReadOnlySpan<Station> stations = [Even(front, 0.95f, top, Half * 1.03f), Even(rear, 0.95f, top, Half * 1.03f)];
        work.Loft(stations, colour, 0.1f);
        for (var side = -1; side <= 1; side += 2)
        {
            var face = work.SideFace(rear, front, 0.95f, top, Half * 1.035f, Half * 1.035f, side);
            work.Pane(face.Part(0, 1, 0, 0.04f), colour * 0.5f);
            work.Pane(face.Part(0, 1, 0.965f, 1), colour * 0.75f);
            if (!ribbed)
            {
                work.Pane(face.Part(0.18f, 0.72f, 0.45f, 0.70f), Rgb.Lerp(colour, new Rgb(0.15f, 0.25f, 0.5f), 0.65f));
                continue;
            }

            for (var i = 0; i < 9; i++)
            {
                work.Pane(face.Part(0.06f + (i * 0.105f), 0.075f + (i * 0.105f), 0.05f, 0.96f), colour * 0.78f);
            }
        }

        var back = work.CrossFace(rear - 0.01f, 0.95f, top, Half, Half);
        work.Pane(back.Part(0.49f, 0.51f, 0.02f, 0.98f), colour * 0.5f);
        work.Pane(back.Part(0.25f, 0.27f, 0.05f, 0.95f), colour * 0.6f);
        work.Pane(back.Part(0.73f, 0.75f, 0.05f, 0.95f), colour * 0.6f);
    }

    private static void Tank(BodyWork work, float rear, float front, Rgb colour)
    {
        ReadOnlySpan<Station> stations =
        [
            new(front, 1.15f, 0.7f, 1.75f, Half * 0.95f, 2.3f, 0.6f), new(front - 0.2f, 1.0f, 0.8f, 1.75f, Half, 2.5f, 0.7f),
            new(rear + 0.2f, 1.0f, 0.8f, 1.75f, Half, 2.5f, 0.7f), new(rear, 1.15f, 0.7f, 1.75f, Half * 0.95f, 2.3f, 0.6f),
        ];
        work.Loft(stations, colour, 0.5f);
    }

    private static void Tipper(BodyWork work, float rear, float front, Rgb colour)
    {
        ReadOnlySpan<Station> stations = [Even(front, 1.0f, 2.1f, Half), Even(rear, 1.0f, 2.0f, Half)];
        work.Loft(stations, colour * 0.9f, 0);
        for (var side = -1; side <= 1; side += 2)
        {
            var face = work.SideFace(rear, front, 1.0f, 2.05f, Half * 1.004f, Half * 1.004f, side);
            for (var i = 0; i < 6; i++)
            {
                work.Pane(face.Part(0.05f + (i * 0.17f), 0.08f + (i * 0.17f), 0, 1), colour * 0.7f);
            }
        }

        work.Painter.Balls().Ball(work.At((rear + front) / 2, 1.95f, 0.3f), 0.55f).Ball(work.At((rear + front) / 2, 1.95f, -0.3f), 0.55f)
            .Ball(work.At(front - 0.7f, 1.85f, 0), 0.4f).Ball(work.At(rear + 0.7f, 1.85f, 0), 0.4f);
        var heap = Paint.Of(work.Painter.Light.On(new Rgb(0.42f, 0.34f, 0.24f), new Point3(0, 0.9f, -0.3f)));
        work.Painter.Raster.Fill(work.Painter.HullOutline(), heap);
        ReadOnlySpan<Station> rim = [Even(front, 1.5f, 2.0f, Half), Even(rear, 1.5f, 2.0f, Half)];
        for (var side = -1; side <= 1; side += 2)
        {
            work.Pane(work.SideFace(rim[1].Ahead, rim[0].Ahead, 1.5f, 2.05f, Half, Half, side), colour);
        }
    }

    private static void FlatBed(BodyWork work, float rear, float front, Rgb colour)
    {
        ReadOnlySpan<Station> bed = [Even(front, 0.95f, 1.25f, Half), Even(rear, 0.95f, 1.25f, Half)];
        work.Loft(bed, Rgb.Lerp(colour, Rgb.Grey(0.4f), 0.5f), 0);
        var middle = (rear + front) / 2;
        ReadOnlySpan<Station> crate = [Even(front - 0.4f, 1.25f, 2.1f, Half * 0.8f), Even(middle + 0.3f, 1.25f, 2.1f, Half * 0.8f)];
        ReadOnlySpan<Station> other = [Even(middle - 0.2f, 1.25f, 1.8f, Half * 0.85f), Even(rear + 0.6f, 1.25f, 1.8f, Half * 0.85f)];
        work.Loft(other, new Rgb(0.55f, 0.43f, 0.28f), 0);
        work.Loft(crate, colour, 0);
    }
}
