using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>The part of a car above the belt: pillars, glass, roof, mirrors.</summary>
internal static class CarCabin
{
    public static void Draw(BodyWork work, in CarLook look)
    {
        var (cowl, roofFront, roofRear, rear) = look.Cabin;
        float l = look.Length, belt = look.Belt * 0.99f, roof = look.Height;
        float half = look.Half * 0.93f, halfRoof = look.Half * 0.76f;
        Hull(work, look);
        for (var side = -1; side <= 1; side += 2)
        {
            var face = new Quad(
                work.At(rear * l, belt, side * half), work.At(cowl * l, belt, side * half),
                work.At(roofFront * l, roof * 0.985f, side * halfRoof), work.At(roofRear * l, roof * 0.985f, side * halfRoof));
            work.Pane(face, look.Colour, 0.4f);
            work.Glass(face.Part(0.055f, 0.30f, 0.10f, 0.86f));
            work.Glass(face.Part(0.325f, 0.60f, 0.10f, 0.88f));
            work.Glass(face.Part(0.625f, 0.945f, 0.10f, 0.88f));
            Mirror(work, look, side, cowl * l * 0.85f, belt, half);
        }

        Screen(work, look, cowl * l, roofFront * l, belt, half, halfRoof);
        Screen(work, look, rear * l, roofRear * l, belt, half, halfRoof);
        var top = new Quad(
            work.At(roofRear * l, roof * 0.985f, -halfRoof), work.At(roofFront * l, roof * 0.985f, -halfRoof),
            work.At(roofFront * l, roof * 0.985f, halfRoof), work.At(roofRear * l, roof * 0.985f, halfRoof));
        work.Pane(top, look.Colour, 0.45f);
        work.Pane(top.Part(0.08f, 0.92f, 0.12f, 0.88f), look.Colour * 1.06f, 0.5f);
        Extras(work, look, (roofFront + roofRear) / 2 * l);
    }

    private static void Hull(BodyWork work, in CarLook look)
    {
        var (cowl, roofFront, roofRear, rear) = look.Cabin;
        var shape = work.Painter.Balls();
        for (var side = -1; side <= 1; side += 2)
        {
            shape.Corner(work.At(rear * look.Length, look.Belt * 0.99f, side * look.Half * 0.93f))
                .Corner(work.At(cowl * look.Length, look.Belt * 0.99f, side * look.Half * 0.93f))
                .Corner(work.At(roofFront * look.Length, look.Height * 0.985f, side * look.Half * 0.76f))
                .Corner(work.At((roofFront + roofRear) / 2 * look.Length, look.Height, side * look.Half * 0.70f))
                .Corner(work.At(roofRear * look.Length, look.Height * 0.985f, side * look.Half * 0.76f));
        }

        var lit = work.Painter.Light.On(look.Colour, new Point3(0, 0.7f, -0.5f), 0.4f);
        work.Painter.Raster.Fill(work.Painter.HullOutline(), Paint.Of(lit));
    }

    private static void Screen(BodyWork work, in CarLook look, float foot, float top, float belt, float half, float halfRoof)
    {
        var face = new Quad(
            work.At(foot, belt, -half), work.At(foot, belt, half),
            work.At(top, look.Height * 0.985f, halfRoof), work.At(top, look.Height * 0.985f, -halfRoof));
        work.Pane(face, look.Colour * 0.9f, 0.4f);
        work.Glass(face.Part(0.05f, 0.95f, 0.06f, 0.94f));
    }

    private static void Mirror(BodyWork work, in CarLook look, int side, float ahead, float belt, float half)
    {

        var shape = work.Painter.Balls().Ball(work.At(ahead, belt + 0.08f, side * (half + 0.06f)), 0.07f).Ball(work.At(ahead, belt + 0.09f, side * (half + 0.16f)), 0.07f);
        var lit = work.Painter.Light.On(look.Colour * 0.8f, new Point3(0, 0.3f, -0.7f), 0.3f);
        work.Painter.Raster.Fill(shape.HullOutline(), Paint.Of(lit));
    }

    private static void Extras(BodyWork work, in CarLook look, float middle)
    {
        if (look.Taxi)
        {
            var sign = work.Painter.Balls().Ball(work.At(middle, look.Height + 0.08f, -0.22f), 0.09f).Ball(work.At(middle, look.Height + 0.08f, 0.22f), 0.09f);
            work.Painter.Raster.Fill(sign.HullOutline(), Paint.Of(work.Painter.Light.On(new Rgb(0.95f, 0.8f, 0.2f), new Point3(0, 0.5f, -0.5f)) + (new Rgb(0.6f, 0.5f, 0.1f) * work.Lamps)));
        }

        if (look.RoofRack)
        {
            var box = work.Painter.Balls();
            for (var side = -1; side <= 1; side += 2)
            {
                box.Ball(work.At(middle + 0.75f, look.Height + 0.2f, side * 0.25f), 0.13f).Ball(work.At(middle - 0.75f, look.Height + 0.22f, side * 0.25f), 0.15f);
            }

            work.Painter.Raster.Fill(box.HullOutline(), Paint.Of(work.Painter.Light.On(Rgb.Grey(0.17f), new Point3(0, 0.8f, -0.4f), 0.4f)));
        }
    }
}
