using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Draws a car.</summary>
internal static class CarBody
{
    // Fields, since a span literal costs an allocation until its method is optimised.
    private static readonly float[] Seams = [0.235f, 0.47f, 0.70f];

    public static void Draw(BodyWork work, in CarLook look)
    {
        var axle = look.Length * 0.305f;
        Wheels.Far(work, axle, look.Wheel, look.Half);
        Wheels.Far(work, -axle, look.Wheel, look.Half);
        work.Loft(Stations(look, stackalloc Station[8]), look.Colour, 0.45f);
        Sides(work, look);
        Front(work, look);
        Rear(work, look);
        CarCabin.Draw(work, look);
        Wheels.Near(work, axle, look.Wheel, look.Half, look.Rim);
        Wheels.Near(work, -axle, look.Wheel, look.Half, look.Rim);
    }

    private static ReadOnlySpan<Station> Stations(in CarLook look, Span<Station> s)
    {
        float l = look.Length, w = look.Half, b = look.Belt, low = look.Wheel * 0.62f;
        var middle = b * 0.58f;
        var boot = look.Shape == CarShape.Saloon ? b * 0.98f : b;
        s[0] = new Station(0.500f * l, low * 1.3f, 0.70f * w, middle, 0.78f * w, b * 0.70f, 0.72f * w);
        s[1] = new Station(0.475f * l, low, 0.86f * w, middle, 0.93f * w, b * 0.80f, 0.86f * w);
        s[2] = new Station(0.38f * l, low, 0.93f * w, middle, 0.99f * w, b * 0.90f, 0.91f * w);
        s[3] = new Station(look.Cabin.Cowl * l, low, 0.94f * w, middle, w, b * 0.985f, 0.93f * w);
        s[4] = new Station(-0.10f * l, low, 0.94f * w, middle, w, b, 0.94f * w);
        s[5] = new Station(-0.38f * l, low, 0.94f * w, middle, w, b, 0.93f * w);
        s[6] = new Station(-0.475f * l, low, 0.88f * w, middle, 0.95f * w, boot, 0.87f * w);
        s[7] = new Station(-0.500f * l, low * 1.3f, 0.80f * w, middle, 0.86f * w, boot * 0.88f, 0.80f * w);
        return s;
    }

    private static void Sides(BodyWork work, in CarLook look)
    {
        var low = look.Wheel * 0.62f;
        for (var side = -1; side <= 1; side += 2)
        {
            var lower = work.SideFace(-0.47f * look.Length, 0.47f * look.Length, low, look.Belt * 0.58f, look.Half * 0.945f, look.Half * 1.003f, side);
            var upper = work.SideFace(-0.47f * look.Length, 0.47f * look.Length, look.Belt * 0.58f, look.Belt, look.Half * 1.003f, look.Half * 0.945f, side);
            work.Pane(lower.Part(0.05f, 0.95f, 0, 0.20f), look.Colour * 0.35f);
            foreach (var seam in Seams)
            {
                work.Pane(lower.Part(seam, seam + 0.006f, 0.25f, 1), look.Colour * 0.45f);
                work.Pane(upper.Part(seam, seam + 0.006f, 0, 1), look.Colour * 0.45f);
            }

            work.Pane(upper.Part(0.26f, 0.31f, 0.60f, 0.72f), look.Colour * 0.6f, 0.3f);
            work.Pane(upper.Part(0.50f, 0.55f, 0.60f, 0.72f), look.Colour * 0.6f, 0.3f);
        }
    }

    private static void Front(BodyWork work, in CarLook look)
    {
        float l = look.Length, w = look.Half, b = look.Belt;
        var face = work.CrossFace(0.503f * l, look.Wheel * 0.8f, b * 0.70f, w * 0.72f, w * 0.74f);
        work.Pane(face.Part(0.05f, 0.95f, 0.02f, 0.38f), Rgb.Grey(0.12f));
        work.Pane(face.Part(0.25f, 0.75f, 0.58f, 0.92f), Rgb.Grey(0.14f), 0.4f);
        work.Pane(face.Part(0.34f, 0.66f, 0.36f, 0.55f), Plate(look));
        var glowing = new Rgb(1.6f, 1.5f, 1.3f);
        for (var side = -1; side <= 1; side += 2)
        {
            var lamp = new Quad(
                work.At(0.495f * l, b * 0.55f, side * w * 0.52f), work.At(0.470f * l, b * 0.56f, side * w * 0.94f),
                work.At(0.465f * l, b * 0.74f, side * w * 0.93f), work.At(0.490f * l, b * 0.71f, side * w * 0.50f));
            work.Lamp(lamp, new Rgb(0.80f, 0.83f, 0.86f), glowing);
        }
    }

    private static void Rear(BodyWork work, in CarLook look)
    {
        float l = look.Length, w = look.Half, b = look.Belt;
        var face = work.CrossFace(-0.503f * l, look.Wheel * 0.8f, b * 0.86f, w * 0.83f, w * 0.81f);
        work.Pane(face.Part(0.03f, 0.97f, 0, 0.22f), Rgb.Grey(0.15f));
        work.Pane(face.Part(0.34f, 0.66f, 0.48f, 0.66f), Plate(look));
        for (var side = -1; side <= 1; side += 2)
        {
            var lamp = new Quad(
                work.At(-0.502f * l, b * 0.60f, side * w * 0.58f), work.At(-0.480f * l, b * 0.60f, side * w * 0.95f),
                work.At(-0.478f * l, b * 0.86f, side * w * 0.92f), work.At(-0.500f * l, b * 0.84f, side * w * 0.56f));
            work.Lamp(lamp, new Rgb(0.62f, 0.06f, 0.06f), new Rgb(1.1f, 0.12f, 0.08f));
        }
    }

    private static Rgb Plate(in CarLook look) => look.YellowPlate ? new Rgb(0.9f, 0.78f, 0.2f) : Rgb.Grey(0.9f);
}
