using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Rows;

namespace EdgeVision.Imaging.Tensors;

/// <summary>Brings the rows of a frame to a plan's columns and blends them into one output row at a time.</summary>
internal sealed class RowSampler(int outputs)
{
    private readonly SampledRows[] _sampled = [new(outputs), new(outputs), new(outputs)];
    private byte[] _channels = [];

    /// <summary>Before the first row of a frame.</summary>
    internal void Begin(FrameFormat source)
    {
        foreach (var rows in _sampled)
        {
            rows.Forget();
        }

        if (source.Layout != PixelLayout.I420 && _channels.Length < 3 * source.Size.Width)
        {
            _channels = new byte[3 * source.Size.Width];
        }
    }

    /// <summary>Writes one row of the picture, normalised, to three rows of floats.</summary>
    internal void Compose(
        Frame frame, ResizePlan plan, int row, in RowColour colour, Span<float> red, Span<float> green, Span<float> blue)
    {
        if (frame.Format.Layout == PixelLayout.I420)
        {
            var y = Pair(_sampled[0], frame.Y, plan.Gather, plan.Columns, plan.Rows, row);
            var u = Pair(_sampled[1], frame.U, plan.ChromaGather, plan.ChromaColumns, plan.ChromaRows, row);
            var v = Pair(_sampled[2], frame.V, plan.ChromaGather, plan.ChromaColumns, plan.ChromaRows, row);
            RowComposer.FromYuv(y, u, v, colour, red, green, blue);
            return;
        }

        var upper = plan.Rows.Index[row];
        var lower = plan.Rows.Next(row);
        SamplePacked(frame, plan, upper);
        SamplePacked(frame, plan, lower);
        var redAt = frame.Format.Layout == PixelLayout.Rgb24 ? 0 : 2;
        RowComposer.FromChannel(Pair(redAt, plan, row), colour.Gain.First, colour.Bias.First, red);
        RowComposer.FromChannel(Pair(1, plan, row), colour.Gain.Second, colour.Bias.Second, green);
        RowComposer.FromChannel(Pair(2 - redAt, plan, row), colour.Gain.Third, colour.Bias.Third, blue);
    }

    private static RowPair Pair(
        SampledRows sampled, ReadOnlySpan<byte> plane, ColumnGather gather, AxisPlan columns, AxisPlan rows, int row)
    {
        var upper = Sample(sampled, plane, gather, columns.Extent, rows.Index[row]);
        var lower = Sample(sampled, plane, gather, columns.Extent, rows.Next(row));
        return new RowPair(upper, lower, (float)rows.Weight[row] / AxisPlan.One);
    }

    private static ushort[] Sample(SampledRows sampled, ReadOnlySpan<byte> plane, ColumnGather gather, int stride, int sourceRow)
    {
        if (!sampled.Has(sourceRow, out var samples))
        {
            gather.Run(plane.Slice(sourceRow * stride, stride), samples);
        }

        return samples;
    }

    /// <summary>The three channels always have the same rows.</summary>
    private void SamplePacked(Frame frame, ResizePlan plan, int sourceRow)
    {
        if (_sampled[0].Has(sourceRow, out var first))
        {
            return;
        }

        _sampled[1].Has(sourceRow, out var second);
        _sampled[2].Has(sourceRow, out var third);
        var width = frame.Format.Size.Width;
        var channels = _channels.AsSpan(0, 3 * width);
        ByteRows.Split(
            frame.Pixels.Slice(sourceRow * 3 * width, 3 * width), channels[..width], channels.Slice(width, width), channels[(2 * width)..]);
        plan.Gather.Run(channels[..width], first);
        plan.Gather.Run(channels.Slice(width, width), second);
        plan.Gather.Run(channels[(2 * width)..], third);
    }

    private RowPair Pair(int channel, ResizePlan plan, int row)
    {
        _sampled[channel].Has(plan.Rows.Index[row], out var upper);
        _sampled[channel].Has(plan.Rows.Next(row), out var lower);
        return new RowPair(upper, lower, (float)plan.Rows.Weight[row] / AxisPlan.One);
    }
}
