using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Wheels of cars, buses and trucks.</summary>
internal static class Wheels
{
    private static readonly Rgb Tyre = Rgb.Grey(0.13f);

    /// <summary>The wheels of the side that looks away: only what shows below the body.</summary>
    public static void Far(BodyWork work, float ahead, float radius, float half)
    {
        var side = work.SideFaces(1) ? -1 : 1;
        work.Disc(ahead, radius, side * half * 0.9f, radius, Lit(work, Tyre));
        work.Disc(ahead, radius, side * half * 0.6f, radius, Lit(work, Tyre * 0.8f));
    }

    /// <summary>A wheel of the side that is seen, with its arch.</summary>
    public static void Near(BodyWork work, float ahead, float radius, float half, Rgb rim, bool arch = true)
    {
        var side = work.SideFaces(1) ? 1 : -1;
        if (!work.SideFaces(side))
        {
            return;
        }

        if (arch)
        {
            work.Disc(ahead, radius * 1.05f, side * half * 1.002f, radius * 1.17f, Lit(work, Rgb.Grey(0.07f)));
        }

        work.Disc(ahead, radius, side * half * 0.97f, radius, Lit(work, Tyre));
        work.Disc(ahead, radius, side * half * 1.003f, radius * 0.66f, Lit(work, rim));
        var turn = work.Driven / radius;
        for (var i = 0; i < 5; i++)
        {
            var angle = (i * Trig.Turn / 5) - turn;
            var x = ahead + (radius * 0.40f * Trig.Cos(angle));
            work.Disc(x, radius + (radius * 0.40f * Trig.Sin(angle)), side * half * 1.006f, radius * 0.13f, Lit(work, rim * 0.38f));
        }

        work.Disc(ahead, radius, side * half * 1.006f, radius * 0.12f, Lit(work, rim * 0.6f));
    }

    private static Rgb Lit(BodyWork work, Rgb colour) => work.Painter.Light.On(colour, new Point3(0, 0.2f, -0.7f));
}
