namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>
/// What a shape is filled with: a colour, and luma that may change evenly over the picture.
/// Y = Luma + SlopeX · x + SlopeY · y in code values, x and y in pixels.
/// </summary>
internal readonly record struct Paint(float Luma, float Cb, float Cr, float SlopeX = 0, float SlopeY = 0, float Alpha = 1, int Grain = 0)
{
    /// <summary>BT.601, limited range: Y 16..235, chroma 16..240 (ITU-R BT.601-7, 2.5).</summary>
    public static Paint Of(Rgb colour, float alpha = 1)
    {
        var c = colour.Tone();
        var y = c.Luma;
        return new Paint(16 + (219 * y), 128 + (224 * 0.564f * (c.B - y)), 128 + (224 * 0.713f * (c.R - y)), Alpha: alpha);
    }

    /// <summary>Luma changes by the amount (code values) from one point to the other, and is the colour's in the middle.</summary>
    public Paint Along(Point2 from, Point2 to, float amount)
    {
        var dx = to.X - from.X;
        var dy = to.Y - from.Y;
        var square = (dx * dx) + (dy * dy);
        if (square < 1f)
        {
            return this;
        }

        var slopeX = amount * dx / square;
        var slopeY = amount * dy / square;
        var middle = (slopeX * (from.X + to.X) / 2) + (slopeY * (from.Y + to.Y) / 2);
        return this with { Luma = Luma - middle, SlopeX = slopeX, SlopeY = slopeY };
    }
}
