using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Keeps the darkest shadow of each pixel.</summary>
internal readonly struct ShadowSink(byte[] plane, int stride, int strength) : IRowSink
{
    public void Row(int y, int from, int solidFrom, int solidTo, int to, ReadOnlySpan<byte> coverage)
    {
        var row = plane.AsSpan(y * stride, stride);
        for (var x = from; x < to; x++)
        {
            var cover = x >= solidFrom && x < solidTo ? 255 : coverage[x];
            row[x] = (byte)Math.Max(row[x], cover * strength / 255);
        }
    }
}
