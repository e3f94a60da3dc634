using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Rows;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// Writes frames into a model's input in one pass: resize, colour, normalisation and layout. Bilinear between
/// half-pixel centres without antialiasing (OpenCV's INTER_LINEAR); chroma is taken as centred between its four luma
/// samples. Input pixels whose centre lies outside the picture get the pad grey. Allocates nothing once each frame
/// size was seen. Not thread-safe: one for each inference loop.
/// </summary>
public sealed class TensorWriter
{
    private readonly ScalarTensorWriter _scalar;
    private readonly PlanCache _plans;
    private readonly RowSampler _sampler;
    private readonly PaddedTensor<float> _floats;
    private readonly PaddedTensor<byte> _bytes;
    private readonly float[] _rows;
    private readonly byte[] _byteRows;

    /// <exception cref="ArgumentException">The format has no pixels or its mean and std are unusable.</exception>
    public TensorWriter(TensorFormat format)
    {
        _scalar = new ScalarTensorWriter(format);
        Format = format;
        _plans = new PlanCache(format.Size);
        _sampler = new RowSampler(format.Size.Width);
        _floats = new PaddedTensor<float>(format, static value => value);
        _bytes = new PaddedTensor<byte>(format, FloatRows.ToByte);
        _rows = new float[3 * format.Size.Width];
        _byteRows = new byte[3 * format.Size.Width];
    }

    public TensorFormat Format { get; }

    /// <summary>Fills a float32 tensor.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="transform">From the frame's size to the tensor's.</param>
    /// <param name="tensor">Exactly <see cref="TensorFormat.Count"/> elements.</param>
    /// <exception cref="ArgumentException">Sizes or element type do not fit together.</exception>
    public void Write(Frame frame, in ImageTransform transform, Span<float> tensor)
    {
        CheckTarget(Format, TensorElement.Float32, tensor.Length);
        var plan = _plans.For(frame.Format, transform);
        if (plan.Columns.Count < RowComposer.MinimumWidth)
        {
            _scalar.WriteAll(frame, plan, tensor, default);
            return;
        }

        _floats.Pad(tensor, plan.Columns, plan.Rows);
        var colour = Begin(frame.Format);
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            WriteRow(frame, plan, row, colour, tensor);
        }
    }

    /// <summary>Fills a uint8 tensor.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="transform">From the frame's size to the tensor's.</param>
    /// <param name="tensor">Exactly <see cref="TensorFormat.Count"/> elements.</param>
    /// <exception cref="ArgumentException">Sizes or element type do not fit together.</exception>
    public void Write(Frame frame, in ImageTransform transform, Span<byte> tensor)
    {
        CheckTarget(Format, TensorElement.UInt8, tensor.Length);
        var plan = _plans.For(frame.Format, transform);
        if (plan.Columns.Count < RowComposer.MinimumWidth)
        {
            _scalar.WriteAll(frame, plan, default, tensor);
            return;
        }

        _bytes.Pad(tensor, plan.Columns, plan.Rows);
        var colour = Begin(frame.Format);
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            WriteRow(frame, plan, row, colour, tensor);
        }
    }

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

    private RowColour Begin(FrameFormat source)
    {
        _sampler.Begin(source);
        return RowColour.For(source, Format);
    }

    private void WriteRow(Frame frame, ResizePlan plan, int row, in RowColour colour, Span<float> tensor)
    {
        var at = plan.Rows.First + row;
        var column = plan.Columns.First;
        var count = plan.Columns.Count;
        if (Format.Layout == TensorLayout.Nchw)
        {
            ComposeRow(
                frame, plan, row, colour,
                _floats.Channel(tensor, 0, at, column, count), _floats.Channel(tensor, 1, at, column, count), _floats.Channel(tensor, 2, at, column, count));
            return;
        }

        ComposeRow(frame, plan, row, colour, FloatRow(0, count), FloatRow(1, count), FloatRow(2, count));
        FloatRows.Join(FloatRow(0, count), FloatRow(1, count), FloatRow(2, count), _floats.Pixels(tensor, at, column, count));
    }

    private void WriteRow(Frame frame, ResizePlan plan, int row, in RowColour colour, Span<byte> tensor)
    {
        var at = plan.Rows.First + row;
        var column = plan.Columns.First;
        var count = plan.Columns.Count;
        ComposeRow(frame, plan, row, colour, FloatRow(0, count), FloatRow(1, count), FloatRow(2, count));
        var planar = Format.Layout == TensorLayout.Nchw;
        for (var channel = 0; channel < 3; channel++)
        {
            var bytes = planar ? _bytes.Channel(tensor, channel, at, column, count) : ByteRow(channel, count);
            FloatRows.ToBytes(FloatRow(channel, count), bytes);
        }

        if (!planar)
        {
            ByteRows.Join(ByteRow(0, count), ByteRow(1, count), ByteRow(2, count), _bytes.Pixels(tensor, at, column, count));
        }
    }

    /// <summary>The three targets in the tensor's channel order.</summary>
    private void ComposeRow(
        Frame frame, ResizePlan plan, int row, in RowColour colour, Span<float> first, Span<float> second, Span<float> third)
    {
        if (Format.Order == ChannelOrder.Rgb)
        {
            _sampler.Compose(frame, plan, row, colour, first, second, third);
        }
        else
        {
            _sampler.Compose(frame, plan, row, colour, third, second, first);
        }
    }

    private Span<float> FloatRow(int channel, int count) => _rows.AsSpan(channel * Format.Size.Width, count);

    private Span<byte> ByteRow(int channel, int count) => _byteRows.AsSpan(channel * Format.Size.Width, count);
}
