using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>The light at one place: what a surface's colour is multiplied by.</summary>
internal readonly record struct LocalLight(Rgb Ambient, Rgb Sun, Point3 ToSun, Rgb Lamp, Rgb Sky)
{
    /// <summary>A surface's colour as seen. Gloss 0..1 adds the sky's reflection.</summary>
    public Rgb On(Rgb albedo, Point3 normal, float gloss = 0)
    {
        var direct = Math.Max(0, Point3.Dot(normal, ToSun));
        var light = (Ambient * (0.80f + (0.20f * normal.Y))) + (Sun * direct) + (Lamp * (0.7f + (0.3f * normal.Y)));
        var lit = albedo * light;
        if (gloss <= 0)
        {
            return lit;
        }

        // Surfaces that look up mirror the sky, upright ones a little of the houses opposite.
        var mirror = gloss * (0.12f + (0.5f * Math.Max(0, normal.Y)));
        return lit + (Sky * mirror) + (Sun * (gloss * 0.5f * direct * direct * direct * direct));
    }
}
