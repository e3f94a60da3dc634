using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>Falling drops, drawn as the short bright streaks that a camera sees.</summary>
internal sealed class RainStreaks(ulong seed, Raster raster)
{
    private const int Heavy = 260;

    public void Draw(long frame, float amount, float brightness)
    {
        var canvas = raster.Canvas;
        var count = (int)(Heavy * amount);
        Span<Point2> streak = stackalloc Point2[4];
        var scale = canvas.Height / 432f;
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(seed ^ (ulong)frame, 47, (ulong)i);
            float x = random.Range(-10, canvas.Width), y = random.Range(-20, canvas.Height);
            float length = scale * random.Range(7, 24), slant = length * 0.16f, wide = scale * random.Range(0.35f, 0.8f);
            streak[0] = new Point2(x, y);
            streak[1] = new Point2(x + wide, y);
            streak[2] = new Point2(x + wide + slant, y + length);
            streak[3] = new Point2(x + slant, y + length);
            raster.Fill(streak, Paint.Of(Rgb.Grey(0.45f + (0.4f * brightness)), random.Range(0.18f, 0.42f)));
        }
    }
}
