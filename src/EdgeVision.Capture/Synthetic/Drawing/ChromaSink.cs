namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Blends a paint's colour into both chroma planes.</summary>
internal readonly struct ChromaSink(Canvas canvas, Paint paint) : IRowSink
{
    private readonly byte _cb = (byte)Math.Clamp(paint.Cb, 16, 240);
    private readonly byte _cr = (byte)Math.Clamp(paint.Cr, 16, 240);
    private readonly int _alpha = (int)(paint.Alpha * 256);

    public void Row(int y, int from, int solidFrom, int solidTo, int to, ReadOnlySpan<byte> coverage)
    {
        var cb = canvas.Cb.AsSpan(y * canvas.ChromaWidth, canvas.ChromaWidth);
        var cr = canvas.Cr.AsSpan(y * canvas.ChromaWidth, canvas.ChromaWidth);
        Blend(cb, cr, from, solidFrom, coverage);
        if (_alpha >= 256)
        {
            cb[solidFrom..solidTo].Fill(_cb);
            cr[solidFrom..solidTo].Fill(_cr);
        }
        else
        {
            for (var x = solidFrom; x < solidTo; x++)
            {
                Mix(cb, cr, x, _alpha);
            }
        }

        Blend(cb, cr, solidTo, to, coverage);
    }

    private void Blend(Span<byte> cb, Span<byte> cr, int from, int to, ReadOnlySpan<byte> coverage)
    {
        for (var x = from; x < to; x++)
        {
            Mix(cb, cr, x, (coverage[x] + (coverage[x] >> 7)) * _alpha >> 8);
        }
    }

    private void Mix(Span<byte> cb, Span<byte> cr, int x, int weight)
    {
        cb[x] = (byte)(cb[x] + ((((_cb - cb[x]) * weight) + 128) >> 8));
        cr[x] = (byte)(cr[x] + ((((_cr - cr[x]) * weight) + 128) >> 8));
    }
}
