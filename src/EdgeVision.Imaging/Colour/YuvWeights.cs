using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Colour;

/// <summary>One of Y, U, V from RGB 0..255: red * Red + green * Green + blue * Blue + Zero (ITU-R BT.601, BT.709).</summary>
internal readonly record struct YuvWeights(float Red, float Green, float Blue, float Zero)
{
    internal static (YuvWeights Y, YuvWeights U, YuvWeights V) Of(YuvMatrix matrix, YuvRange range)
    {
        var (kr, kb) = matrix == YuvMatrix.Bt709 ? (0.2126, 0.0722) : (0.299, 0.114);
        var kg = 1 - kr - kb;
        var limited = range == YuvRange.Limited;
        var luma = limited ? 219.0 / 255 : 1;
        var chroma = limited ? 224.0 / 255 : 1;
        var toU = chroma / (2 * (1 - kb));
        var toV = chroma / (2 * (1 - kr));
        return (
            Create(kr * luma, kg * luma, kb * luma, limited ? 16 : 0),
            Create(-kr * toU, -kg * toU, (1 - kb) * toU, 128),
            Create((1 - kr) * toV, -kg * toV, -kb * toV, 128));
    }

    private static YuvWeights Create(double red, double green, double blue, double zero) =>
        new((float)red, (float)green, (float)blue, (float)zero);
}
