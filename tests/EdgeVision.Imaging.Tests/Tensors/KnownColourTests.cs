using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Imaging.Tests.Pictures;

namespace EdgeVision.Imaging.Tests.Tensors;

/// <summary>The 8-bit YUV codes of 100 % colour bars as ITU-R BT.601, BT.709 and JFIF give them.</summary>
public class KnownColourTests
{
    [Theory]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 235, 128, 128, 255, 255, 255)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 16, 128, 128, 0, 0, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 81, 90, 240, 255, 0, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 145, 54, 34, 0, 255, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 41, 240, 110, 0, 0, 255)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Limited, 210, 16, 146, 255, 255, 0)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 63, 102, 240, 255, 0, 0)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 173, 42, 26, 0, 255, 0)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 32, 240, 118, 0, 0, 255)]
    [InlineData(YuvMatrix.Bt709, YuvRange.Limited, 219, 16, 138, 255, 255, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 76, 85, 255, 255, 0, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 150, 44, 21, 0, 255, 0)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 29, 255, 107, 0, 0, 255)]
    [InlineData(YuvMatrix.Bt601, YuvRange.Full, 255, 128, 128, 255, 255, 255)]
    public void PrimariesComeOutPure(YuvMatrix matrix, YuvRange range, byte y, byte u, byte v, int red, int green, int blue)
    {
        var size = new PictureSize(64, 32);
        var picture = Picture.Plain(new FrameFormat(size, PixelLayout.I420, matrix, range), y, u, v);
        var format = new TensorFormat(new PictureSize(48, 48)) { Element = TensorElement.UInt8, Layout = TensorLayout.Nhwc };
        var transform = ImageTransform.Stretch(size, Box.Full, format.Size);

        var fast = new byte[format.Count];
        new TensorWriter(format).Write(picture.Frame, transform, fast);
        var plain = new byte[format.Count];
        new ScalarTensorWriter(format).Write(picture.Frame, transform, plain);

        // The codes themselves are rounded, which is worth up to two steps of RGB.
        foreach (var tensor in new[] { fast, plain })
        {
            for (var i = 0; i < tensor.Length; i += 3)
            {
                Assert.InRange(tensor[i], red - 2, red + 2);
                Assert.InRange(tensor[i + 1], green - 2, green + 2);
                Assert.InRange(tensor[i + 2], blue - 2, blue + 2);
            }
        }
    }
}
