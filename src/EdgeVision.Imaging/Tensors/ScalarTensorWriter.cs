using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Colour;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// The plain twin of <see cref="TensorWriter"/>: one pixel after the other, nothing clever. It is the meaning of the
/// fast one, and what pictures narrower than a vector go through.
/// </summary>
public sealed class ScalarTensorWriter
{
    private readonly TensorFormat _format;
    private readonly ResizePlan _plan;

    /// <exception cref="ArgumentException">The format has no pixels or its mean and std are unusable.</exception>
    public ScalarTensorWriter(TensorFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        format.Check();
        _format = format;
        _plan = new ResizePlan(format.Size);
    }

    /// <inheritdoc cref="TensorWriter.Write(Frame, in ImageTransform, Span{float})"/>
    public void Write(Frame frame, in ImageTransform transform, Span<float> tensor)
    {
        TensorWriter.CheckTarget(_format, TensorElement.Float32, tensor.Length);
        _plan.Prepare(frame.Format, transform);
        WriteAll(frame, _plan, tensor, default);
    }

    /// <inheritdoc cref="TensorWriter.Write(Frame, in ImageTransform, Span{byte})"/>
    public void Write(Frame frame, in ImageTransform transform, Span<byte> tensor)
    {
        TensorWriter.CheckTarget(_format, TensorElement.UInt8, tensor.Length);
        _plan.Prepare(frame.Format, transform);
        WriteAll(frame, _plan, default, tensor);
    }

    /// <summary>Fills whichever of the two tensors the format asks for.</summary>
    internal void WriteAll(Frame frame, ResizePlan plan, Span<float> floats, Span<byte> bytes)
    {
        var yuv = YuvCoefficients.Of(frame.Format.Matrix, frame.Format.Range);
        for (var y = 0; y < _format.Size.Height; y++)
        {
            for (var x = 0; x < _format.Size.Width; x++)
            {
                var column = x - plan.Columns.First;
                var row = y - plan.Rows.First;
                var inside = (uint)column < (uint)plan.Columns.Count && (uint)row < (uint)plan.Rows.Count;
                var colour = inside ? Sample(frame, plan, yuv, column, row) : ChannelValues.All(_format.Pad);
                Store(colour, x, y, floats, bytes);
            }
        }
    }

    /// <summary>Red, green and blue at one output pixel, 0..255, not rounded.</summary>
    private static ChannelValues Sample(Frame frame, ResizePlan plan, in YuvCoefficients yuv, int column, int row)
    {
        if (frame.Format.Layout != PixelLayout.I420)
        {
            var first = Blend(frame.Pixels, 3, plan.Columns, plan.Rows, column, row);
            var green = Blend(frame.Pixels[1..], 3, plan.Columns, plan.Rows, column, row);
            var third = Blend(frame.Pixels[2..], 3, plan.Columns, plan.Rows, column, row);
            return frame.Format.Layout == PixelLayout.Rgb24 ? new(first, green, third) : new(third, green, first);
        }

        var luma = (Blend(frame.Y, 1, plan.Columns, plan.Rows, column, row) - yuv.LumaZero) * yuv.LumaGain;
        var u = Blend(frame.U, 1, plan.ChromaColumns, plan.ChromaRows, column, row) - YuvCoefficients.ChromaZero;
        var v = Blend(frame.V, 1, plan.ChromaColumns, plan.ChromaRows, column, row) - YuvCoefficients.ChromaZero;
        return new ChannelValues(
            Math.Clamp(luma + (yuv.RedV * v), 0, 255),
            Math.Clamp(luma + (yuv.GreenU * u) + (yuv.GreenV * v), 0, 255),
            Math.Clamp(luma + (yuv.BlueU * u), 0, 255));
    }

    private static float Blend(ReadOnlySpan<byte> samples, int step, AxisPlan columns, AxisPlan rows, int column, int row)
    {
        var stride = columns.Extent * step;
        var left = columns.Index[column] * step;
        var right = columns.Next(column) * step;
        var weight = columns.Weight[column];
        var upper = samples[(rows.Index[row] * stride)..];
        var lower = samples[(rows.Next(row) * stride)..];
        float top = (upper[left] * (AxisPlan.One - weight)) + (upper[right] * weight);
        float bottom = (lower[left] * (AxisPlan.One - weight)) + (lower[right] * weight);
        return (top + ((bottom - top) * rows.Weight[row] / AxisPlan.One)) / AxisPlan.One;
    }

    private void Store(in ChannelValues rgb, int x, int y, Span<float> floats, Span<byte> bytes)
    {
        var size = _format.Size;
        for (var channel = 0; channel < 3; channel++)
        {
            var pixel = rgb[_format.Order == ChannelOrder.Rgb ? channel : 2 - channel];
            var value = _format.Normalise(pixel, channel);
            var at = _format.Layout == TensorLayout.Nchw
                ? (((channel * size.Height) + y) * size.Width) + x
                : (((y * size.Width) + x) * 3) + channel;
            if (_format.Element == TensorElement.Float32)
            {
                floats[at] = value;
            }
            else
            {
                bytes[at] = ToByte(value);
            }
        }
    }

    internal static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
