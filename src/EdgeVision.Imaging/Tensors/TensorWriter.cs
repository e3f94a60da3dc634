using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// Writes frames into a model's input in one pass: resize, colour, normalisation and layout. Bilinear between
/// half-pixel centres without antialiasing (OpenCV's INTER_LINEAR); chroma is taken as centred between its four luma
/// samples. Input pixels whose centre lies outside the picture get the pad grey. Not thread-safe: one for each
/// inference loop.
/// </summary>
public sealed class TensorWriter
{
    private readonly ScalarTensorWriter _scalar;

    /// <exception cref="ArgumentException">The format has no pixels or its mean and std are unusable.</exception>
    public TensorWriter(TensorFormat format)
    {
        Format = format;
        _scalar = new ScalarTensorWriter(format);
    }

    public TensorFormat Format { get; }

    /// <summary>Fills a float32 tensor.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="transform">From the frame's size to the tensor's.</param>
    /// <param name="tensor">Exactly <see cref="TensorFormat.Count"/> elements.</param>
    /// <exception cref="ArgumentException">Sizes or element type do not fit together.</exception>
    public void Write(Frame frame, in ImageTransform transform, Span<float> tensor) => _scalar.Write(frame, transform, tensor);

    /// <summary>Fills a uint8 tensor.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="transform">From the frame's size to the tensor's.</param>
    /// <param name="tensor">Exactly <see cref="TensorFormat.Count"/> elements.</param>
    /// <exception cref="ArgumentException">Sizes or element type do not fit together.</exception>
    public void Write(Frame frame, in ImageTransform transform, Span<byte> tensor) => _scalar.Write(frame, transform, tensor);

    internal static void CheckTarget(TensorFormat format, TensorElement element, int count)
    {
        if (format.Element != element)
        {
            throw new ArgumentException($"the tensor holds {format.Element}, not {element}", nameof(element));
        }

        if (format.Count != count)
        {
            throw new ArgumentException($"a tensor of 3 x {format.Size} has {format.Count} elements, not {count}", nameof(count));
        }
    }
}
