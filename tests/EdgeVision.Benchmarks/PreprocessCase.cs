using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;

namespace EdgeVision.Benchmarks;

/// <summary>One way from a frame to a tensor.</summary>
internal sealed record PreprocessCase(string Name, FrameFormat Source, TensorFormat Format, bool Letterbox)
{
    private static readonly PictureSize s_camera = new(768, 432);

    private static readonly TensorFormat s_yolox = new(new PictureSize(416, 416)) { Order = ChannelOrder.Bgr, Pad = 114 };

    internal static IReadOnlyList<PreprocessCase> All { get; } =
    [
        new("yuv_416_f32_nchw", new(s_camera, PixelLayout.I420), s_yolox, true),
        new("yuv_416_u8_nhwc", new(s_camera, PixelLayout.I420), s_yolox with { Element = TensorElement.UInt8, Layout = TensorLayout.Nhwc }, true),
        new("yuv_416_f32_nhwc", new(s_camera, PixelLayout.I420), s_yolox with { Layout = TensorLayout.Nhwc }, true),
        new("yuv_416_f32_nchw_stretch", new(s_camera, PixelLayout.I420), s_yolox, false),
        new("rgb_416_f32_nchw", new(s_camera, PixelLayout.Rgb24), s_yolox, true),
        new("yuv_1080p_416_f32_nchw", new(new PictureSize(1920, 1080), PixelLayout.I420), s_yolox, true),
    ];

    internal ImageTransform Transform => Letterbox
        ? ImageTransform.Letterbox(Source.Size, Box.Full, Format.Size)
        : ImageTransform.Stretch(Source.Size, Box.Full, Format.Size);

    /// <summary>Bytes of the tensor.</summary>
    internal int Bytes => Format.Count * (Format.Element == TensorElement.Float32 ? sizeof(float) : 1);

    internal byte[] Pixels()
    {
        var pixels = new byte[Source.ByteCount];
        new Random(1).NextBytes(pixels);
        return pixels;
    }
}
