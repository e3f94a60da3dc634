using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;

namespace EdgeVision.Imaging.Colour;

/// <summary>
/// Whole frames as RGB24 pictures, in their own size or another. Chroma is interpolated. Keeps its working memory for
/// the last size; not thread-safe.
/// </summary>
public sealed class FrameToRgb
{
    private TensorWriter? _writer;

    /// <summary>Converts in the frame's own size.</summary>
    /// <param name="frame">Any layout.</param>
    /// <param name="rgb">3 x width x height bytes.</param>
    /// <exception cref="ArgumentException">The target has another length.</exception>
    public void Convert(Frame frame, Span<byte> rgb) => Convert(frame, Box.Full, frame.Format.Size, rgb);

    /// <summary>Converts a region to a picture of another size; the aspect ratio is not kept.</summary>
    /// <param name="frame">Any layout.</param>
    /// <param name="region">Normalised part of the frame.</param>
    /// <param name="size">Of the picture.</param>
    /// <param name="rgb">3 x width x height bytes.</param>
    /// <exception cref="ArgumentException">The target has another length.</exception>
    public void Convert(Frame frame, in Box region, PictureSize size, Span<byte> rgb)
    {
        if (_writer?.Format.Size != size)
        {
            _writer = new TensorWriter(new TensorFormat(size) { Element = TensorElement.UInt8, Layout = TensorLayout.Nhwc });
        }

        _writer.Write(frame, ImageTransform.Stretch(frame.Format.Size, region, size), rgb);
    }
}
