namespace EdgeVision.Imaging.Drawing;

/// <summary>An upright rectangle with round corners, in pixels. Coverage comes from the distance to its edge, so all edges are smooth.</summary>
internal readonly record struct RoundedRectangle(float Left, float Top, float Right, float Bottom, float Radius)
{
    internal float Width => Right - Left;

    internal float Height => Bottom - Top;

    /// <summary>Fills it.</summary>
    internal void Fill(RgbCanvas canvas, Rgb colour, float share)
    {
        var (left, right) = (Start(Left), End(Right, canvas.Size.Width));
        for (var y = Start(Top); y < End(Bottom, canvas.Size.Height); y++)
        {
            for (var x = left; x < right; x++)
            {
                canvas.Blend(x, y, colour, share * Math.Clamp(0.5f - Distance(x + 0.5f, y + 0.5f), 0, 1));
            }
        }
    }

    /// <summary>Draws its edge as a line of some thickness, half inside and half outside.</summary>
    internal void Stroke(RgbCanvas canvas, Rgb colour, float thickness, float share)
    {
        var reach = (thickness / 2) + 1;
        var inner = Math.Max(reach, Radius) + 1;
        var (left, right) = (Start(Left - reach), End(Right + reach, canvas.Size.Width));
        for (var y = Start(Top - reach); y < End(Bottom + reach, canvas.Size.Height); y++)
        {
            var inEdge = y < Top + inner || y > Bottom - inner;
            for (var x = left; x < right; x++)
            {
                if (!inEdge && x > Left + inner && x < Right - inner)
                {
                    x = Math.Max(x, Math.Min((int)(Right - inner), right) - 1);
                    continue;
                }

                var distance = Math.Abs(Distance(x + 0.5f, y + 0.5f));
                canvas.Blend(x, y, colour, share * Math.Clamp((thickness / 2) + 0.5f - distance, 0, 1));
            }
        }
    }

    /// <summary>Signed distance to the edge in pixels, negative inside.</summary>
    private float Distance(float x, float y)
    {
        var radius = Math.Min(Radius, Math.Min(Width, Height) / 2);
        var outX = Math.Abs(x - ((Left + Right) / 2)) - (Width / 2) + radius;
        var outY = Math.Abs(y - ((Top + Bottom) / 2)) - (Height / 2) + radius;
        var (beyondX, beyondY) = (Math.Max(outX, 0), Math.Max(outY, 0));
        return MathF.Sqrt((beyondX * beyondX) + (beyondY * beyondY)) + Math.Min(Math.Max(outX, outY), 0) - radius;
    }

    private static int Start(float edge) => (int)Math.Clamp(MathF.Floor(edge), 0, int.MaxValue / 2);

    private static int End(float edge, int limit) => (int)Math.Clamp(MathF.Ceiling(edge), 0, limit);
}
