namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The 256 values that 8 bits with a scale and an integer zero point stand for: multiples of the step.</summary>
/// <param name="Step">Distance of neighbours; the scale.</param>
/// <param name="ZeroPoint">The code of 0, from 0 to 255.</param>
internal readonly record struct AffineGrid(double Step, int ZeroPoint)
{
    private const int LastCode = 255;

    public double Low => -ZeroPoint * Step;

    public double High => (LastCode - ZeroPoint) * Step;

    /// <param name="low">0 or less.</param>
    /// <param name="high">0 or more, and above low.</param>
    public static AffineGrid Of(double low, double high)
    {
        var step = (high - low) / LastCode;
        return new AffineGrid(step, (int)Math.Clamp(Math.Round(-low / step), 0, LastCode));
    }

    /// <summary>
    /// The integral of the squared quantization error from 0 to a point: a difference of two gives the error of values that
    /// lie evenly between them, in closed form.
    /// </summary>
    public double ErrorTo(double point)
    {
        if (point < Low)
        {
            return Rounding(Low) + (Cube(point - Low) / 3);
        }

        return point > High ? Rounding(High) + (Cube(point - High) / 3) : Rounding(point);
    }

    /// <summary>The same for rounding alone: a step holds Step³/12, and what is left since the nearest grid value is a cube.</summary>
    private double Rounding(double point)
    {
        var steps = point / Step;
        var nearest = Math.Round(steps);
        return Cube(Step) * ((nearest / 12) + (Cube(steps - nearest) / 3));
    }

    private static double Cube(double value) => value * value * value;
}
