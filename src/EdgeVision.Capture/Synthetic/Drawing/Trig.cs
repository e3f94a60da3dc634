namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>
/// Sine and cosine by a fixed polynomial (error below 1e-6), since the system's differ in the last bit between
/// machines and the pictures must not.
/// </summary>
internal static class Trig
{
    public const float Turn = 6.2831853f;

    public static float Sin(float radians)
    {
        var turns = radians / Turn;
        var x = turns - MathF.Floor(turns + 0.5f);
        var folded = x switch
        {
            > 0.25f => 0.5f - x,
            < -0.25f => -0.5f - x,
            _ => x,
        };
        var a = folded * Turn;
        var q = a * a;
        return a * (1 + (q * (-0.16666667f + (q * (0.008333331f + (q * (-0.00019840874f + (q * 2.7525562e-6f))))))));
    }

    public static float Cos(float radians) => Sin(radians + (Turn / 4));
}
