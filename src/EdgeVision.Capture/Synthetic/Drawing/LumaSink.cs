namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Blends a paint's luma into a plane and marks the object's pixels.</summary>
internal readonly struct LumaSink(Canvas canvas, Paint paint, IdMask? mask, sbyte[] grain) : IRowSink
{
    private readonly byte[] _plane = canvas.Luma;
    private readonly int _stride = canvas.Width;
    private readonly int _alpha = (int)(paint.Alpha * 256);
    private readonly bool _plain = paint.SlopeX == 0 && paint.SlopeY == 0 && paint.Grain == 0 && paint.Alpha >= 1;

    public void Row(int y, int from, int solidFrom, int solidTo, int to, ReadOnlySpan<byte> coverage)
    {
        var row = _plane.AsSpan(y * _stride, _stride);
        Blend(row, y, from, solidFrom, coverage);
        if (_plain)
        {
            row[solidFrom..solidTo].Fill(Code(paint.Luma));
        }
        else
        {
            Solid(row, y, solidFrom, solidTo);
        }

        Blend(row, y, solidTo, to, coverage);
        mask?.Mark(y, from, solidFrom, solidTo, to, coverage);
    }

    private static byte Code(float value) => (byte)Math.Clamp(value, 16, 235);

    private void Blend(Span<byte> row, int y, int from, int to, ReadOnlySpan<byte> coverage)
    {
        var luma = paint.Luma + (paint.SlopeY * y);
        for (var x = from; x < to; x++)
        {
            var value = Math.Clamp((int)(luma + (paint.SlopeX * x)), 16, 235);
            var weight = (coverage[x] + (coverage[x] >> 7)) * _alpha >> 8;
            row[x] = (byte)(row[x] + ((((value - row[x]) * weight) + 128) >> 8));
        }
    }

    private void Solid(Span<byte> row, int y, int from, int to)
    {
        var luma = (int)((paint.Luma + (paint.SlopeY * y)) * 65536);
        var step = (int)(paint.SlopeX * 65536);
        var texture = grain.AsSpan(y * 61 % 1024);
        for (var x = from; x < to; x++)
        {
            var value = (luma + (step * x)) >> 16;
            if (paint.Grain > 0)
            {
                value += texture[x & 1023] * paint.Grain >> 5;
            }

            value = Math.Clamp(value, 16, 235);
            row[x] = (byte)(_alpha >= 256 ? value : row[x] + ((((value - row[x]) * _alpha) + 128) >> 8));
        }
    }
}
