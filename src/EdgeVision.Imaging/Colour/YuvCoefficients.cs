using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Colour;

/// <summary>
/// From YUV bytes to RGB 0..255: R = luma + RedV * (V - 128), and so on, with luma = (Y - LumaZero) * LumaGain. From Kr and Kb of
/// ITU-R BT.601 (0.299, 0.114) and BT.709 (0.2126, 0.0722).
/// </summary>
internal readonly record struct YuvCoefficients(
    float LumaZero, float LumaGain, float RedV, float GreenU, float GreenV, float BlueU)
{
    /// <summary>The byte of a chroma plane that means no colour.</summary>
    internal const float ChromaZero = 128;

    internal static YuvCoefficients Of(YuvMatrix matrix, YuvRange range)
    {
        var (kr, kb) = matrix == YuvMatrix.Bt709 ? (0.2126, 0.0722) : (0.299, 0.114);
        var kg = 1 - kr - kb;
        var limited = range == YuvRange.Limited;
        var chroma = limited ? 255.0 / 224 : 1;
        return new YuvCoefficients(
            limited ? 16 : 0,
            limited ? 255f / 219 : 1,
            (float)(2 * (1 - kr) * chroma),
            (float)(-2 * kb * (1 - kb) / kg * chroma),
            (float)(-2 * kr * (1 - kr) / kg * chroma),
            (float)(2 * (1 - kb) * chroma));
    }
}
