using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>A street lamp on a pole, with its arm over the road.</summary>
internal sealed class LampPost(float x, float z, float arm) : IProp
{
    private const float Height = 5.6f;

    private static readonly Rgb Steel = new(0.38f, 0.41f, 0.42f);

    public float X => x;

    public float Z => z;

    public void Paint(ScenePainter painter, Light light)
    {
        var steel = painter.Light.On(Steel, new Point3(0, 0, -1), 0.3f);
        var head = new Point3(x, Height + 0.25f, z + arm);
        Bar(painter, new Point3(x, 0, z), 0.09f, new Point3(x, 0.9f, z), 0.085f, steel * 0.9f);
        Bar(painter, new Point3(x, 0.9f, z), 0.06f, new Point3(x, Height, z), 0.045f, steel);
        Bar(painter, new Point3(x, Height, z), 0.04f, head, 0.035f, steel);
        var lamp = Rgb.Lerp(painter.Light.On(Rgb.Grey(0.7f), new Point3(0, -1, 0)), new Rgb(1, 0.95f, 0.8f), light.Lamps);
        Bar(painter, head, 0.09f, head + new Point3(0, 0, arm * 0.35f), 0.08f, lamp);
        if (light.Lamps > 0.1f)
        {
            var at = painter.Camera.ToView(head);
            if (at.Z > 1)
            {
                var pixel = painter.Camera.ToPixel(at);
                Glow.Add(painter.Raster.Canvas, pixel, 1.1f * painter.Camera.Focal / at.Z, 1, Light.LampColour, 120 * light.Lamps);
            }
        }
    }

    public void CastShadow(ScenePainter painter, Point3 toSun, float darkness)
    {
        var reach = toSun * (Height / toSun.Y);
        Span<Point3> strip =
        [
            new(x - 0.05f, 0, z), new(x + 0.05f, 0, z), new(x + 0.05f - reach.X, 0, z - reach.Z), new(x - 0.05f - reach.X, 0, z - reach.Z),
        ];
        painter.Flat(strip, default, alpha: darkness * 0.8f);
    }

    private static void Bar(ScenePainter painter, Point3 from, float r0, Point3 to, float r1, Rgb lit) =>
        painter.Raster.Fill(painter.Balls().Ball(from, r0).Ball(to, r1).HullOutline(), Drawing.Paint.Of(lit));
}
