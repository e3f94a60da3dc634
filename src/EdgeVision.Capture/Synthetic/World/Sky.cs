using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Sky with clouds, and a line of far roofs and hills above the horizon.</summary>
internal sealed class Sky(StreetLayout layout)
{
    public void Paint(ScenePainter painter, Light light)
    {
        var canvas = painter.Raster.Canvas;
        var end = (int)Math.Clamp(layout.Camera.HorizonY + 2, 0, canvas.Height);
        for (var y = 0; y < end; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
            {
                var paint = Drawing.Paint.Of(ColourAt(x, y, light));
                Dots.Set(canvas, x, y, paint);
            }
        }

        FarRoofs(painter, light);
    }

    private Rgb ColourAt(int x, int y, Light light)
    {
        var ray = layout.Camera.Ray(x, y).Unit();
        var rise = Math.Clamp(ray.Y / 0.35f, 0, 1);
        var clear = Rgb.Lerp(light.SkyLow, light.SkyTop, MathF.Sqrt(rise));
        var reach = 1 / (0.12f + Math.Max(0, ray.Y));
        var cloud = ValueNoise.Rough(ray.X * reach * 0.9f, ray.Z * reach * 0.9f, layout.Seed + 5);
        var cover = Math.Clamp((cloud - 0.48f) * 3.2f, 0, 1) * 0.75f;
        return Rgb.Lerp(clear, (light.Ambient * 0.75f) + (light.Sun * 0.6f), cover);
    }

    private void FarRoofs(ScenePainter painter, Light light)
    {
        var random = new SeededRandom(layout.Seed, 11);
        Span<Point2> corners = stackalloc Point2[4];
        var step = layout.Width / 26f;
        for (var x = -step; x < layout.Width + step;)
        {
            var wide = step * random.Range(0.5f, 1.6f);
            var rise = layout.Height * random.Range(0.015f, 0.075f);
            var colour = Rgb.Lerp(random.Shade(0.35f, 0.6f, 0.04f), new Rgb(0.45f, 0.52f, 0.45f), random.Unit());
            var hazy = Rgb.Lerp(colour * light.Ambient, light.SkyLow, 0.45f);
            var top = layout.Camera.HorizonY - rise;
            corners[0] = new Point2(x, layout.Camera.HorizonY + 3);
            corners[1] = new Point2(x, top);
            corners[2] = new Point2(x + wide, top - (rise * random.Range(-0.2f, 0.2f)));
            corners[3] = new Point2(x + wide, layout.Camera.HorizonY + 3);
            painter.Raster.Fill(corners, Drawing.Paint.Of(hazy) with { Grain = 4 });
            x += wide * random.Range(0.7f, 1.1f);
        }
    }
}
