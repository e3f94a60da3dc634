using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Light that spreads around a lamp or over the road: added, fading to nothing at the edge.</summary>
internal static class Glow
{
    /// <param name="canvas">Gets brighter.</param>
    /// <param name="centre">In pixels.</param>
    /// <param name="radius">Half width in pixels.</param>
    /// <param name="flatness">Half height over half width.</param>
    /// <param name="colour">Of the light.</param>
    /// <param name="strength">Luma code values added in the middle.</param>
    public static void Add(Canvas canvas, Point2 centre, float radius, float flatness, Rgb colour, float strength)
    {
        radius = Math.Min(radius, canvas.Width);
        var tall = radius * flatness;
        if (radius < 1 || tall < 0.5f)
        {
            return;
        }

        var tint = Paint.Of(colour * 0.7f);
        var top = (int)Math.Clamp(centre.Y - tall, 0, canvas.Height);
        var bottom = (int)Math.Clamp(centre.Y + tall, 0, canvas.Height);
        var left = (int)Math.Clamp(centre.X - radius, 0, canvas.Width);
        var right = (int)Math.Clamp(centre.X + radius, 0, canvas.Width);
        for (var y = top; y < bottom; y++)
        {
            var dy = (y - centre.Y) / tall;
            for (var x = left; x < right; x++)
            {
                var dx = (x - centre.X) / radius;
                var inside = 1 - (dx * dx) - (dy * dy);
                if (inside > 0)
                {
                    Lighten(canvas, x, y, inside * inside, strength, tint);
                }
            }
        }
    }

    private static void Lighten(Canvas canvas, int x, int y, float share, float strength, in Paint tint)
    {
        ref var luma = ref canvas.Luma[(y * canvas.Width) + x];
        luma = (byte)Math.Min(235, luma + (strength * share));
        if (((x | y) & 1) == 0)
        {
            var at = (y / 2 * canvas.ChromaWidth) + (x / 2);
            var weight = Math.Min(1, share * strength / 90);
            canvas.Cb[at] = (byte)(canvas.Cb[at] + ((tint.Cb - canvas.Cb[at]) * weight));
            canvas.Cr[at] = (byte)(canvas.Cr[at] + ((tint.Cr - canvas.Cr[at]) * weight));
        }
    }
}
