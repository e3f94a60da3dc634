using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Colour;

namespace EdgeVision.Imaging.Tensors;

/// <summary>What happens to each pixel of a row: source colours to RGB 0..255, then value = pixel * gain + bias.</summary>
/// <param name="Yuv">For planar sources.</param>
/// <param name="Gain">By red, green, blue.</param>
/// <param name="Bias">By red, green, blue.</param>
internal readonly record struct RowColour(YuvCoefficients Yuv, ChannelValues Gain, ChannelValues Bias)
{
    internal static RowColour For(FrameFormat source, TensorFormat format)
    {
        var red = format.Order == ChannelOrder.Rgb ? 0 : 2;
        var blue = 2 - red;
        return new RowColour(
            YuvCoefficients.Of(source.Matrix, source.Range),
            new ChannelValues(format.Gain(red), format.Gain(1), format.Gain(blue)),
            new ChannelValues(format.Bias(red), format.Bias(1), format.Bias(blue)));
    }
}
