namespace EdgeVision.Imaging.Tensors;

/// <summary>Where a tensor's rows and channels lie, and one row of padding to fill the rest from.</summary>
internal sealed class PaddedTensor<T>(TensorFormat format, Func<float, T> element)
    where T : unmanaged
{
    private readonly int _width = format.Size.Width;
    private readonly int _height = format.Size.Height;
    private readonly bool _planar = format.Layout == TensorLayout.Nchw;
    private readonly T[] _padRow = PadRow(format, element);

    /// <summary>Part of one channel's row; NCHW only.</summary>
    internal Span<T> Channel(Span<T> tensor, int channel, int row, int column, int count) =>
        tensor.Slice((((channel * _height) + row) * _width) + column, count);

    /// <summary>Part of a row of pixels; NHWC only.</summary>
    internal Span<T> Pixels(Span<T> tensor, int row, int column, int count) =>
        tensor.Slice(((row * _width) + column) * 3, count * 3);

    /// <summary>Fills all that is outside the picture.</summary>
    internal void Pad(Span<T> tensor, AxisPlan columns, AxisPlan rows)
    {
        var right = columns.First + columns.Count;
        for (var row = 0; row < _height; row++)
        {
            if (columns.Count == 0 || row < rows.First || row >= rows.First + rows.Count)
            {
                PadPart(tensor, row, 0, _width);
                continue;
            }

            PadPart(tensor, row, 0, columns.First);
            PadPart(tensor, row, right, _width - right);
        }
    }

    private void PadPart(Span<T> tensor, int row, int column, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (!_planar)
        {
            _padRow.AsSpan(0, 3 * count).CopyTo(Pixels(tensor, row, column, count));
            return;
        }

        for (var channel = 0; channel < 3; channel++)
        {
            Channel(tensor, channel, row, column, count).Fill(_padRow[channel]);
        }
    }

    /// <summary>One row of pixels, channels side by side.</summary>
    private static T[] PadRow(TensorFormat format, Func<float, T> element)
    {
        var row = new T[3 * format.Size.Width];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = element(format.Normalise(format.Pad, i % 3));
        }

        return row;
    }
}
