namespace EdgeVision.Imaging.Drawing;

/// <summary>
/// One colour for each class. Hues step by the golden angle, so that neighbours differ most and no two classes meet
/// early; lightness and chroma are steady in Oklab (Ottosson 2020), so that none shouts.
/// </summary>
public static class ClassPalette
{
    private const double GoldenAngle = 137.50776;
    private const double FirstHue = 145;
    private static readonly double[] s_lightness = [0.78, 0.70, 0.84];
    private const double Chroma = 0.19;
    private static readonly Rgb[] s_colours = [.. Enumerable.Range(0, 256).Select(Create)];

    public static Rgb Of(int classId) => s_colours[classId & 255];

    private static Rgb Create(int classId)
    {
        var hue = (FirstHue + (classId * GoldenAngle)) * Math.PI / 180;
        return FromOklab(s_lightness[classId % s_lightness.Length], Chroma * Math.Cos(hue), Chroma * Math.Sin(hue));
    }

    private static Rgb FromOklab(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return new Rgb(
            Encode((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Encode((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Encode((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    /// <summary>The sRGB transfer function.</summary>
    private static byte Encode(double linear)
    {
        linear = Math.Clamp(linear, 0, 1);
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * value);
    }
}
