namespace EdgeVision.Imaging.Jpeg;

/// <summary>From limited to full range, byte by byte: (code - zero) * 255 / steps + centre, rounded and clamped.</summary>
internal sealed class RangeTable
{
    private readonly byte[] _codes = new byte[256];

    private RangeTable(int zero, double steps, int centre)
    {
        for (var code = 0; code < _codes.Length; code++)
        {
            _codes[code] = (byte)Math.Clamp(Math.Round(((code - zero) * 255 / steps) + centre), 0, 255);
        }
    }

    internal static RangeTable Luma { get; } = new(16, 219, 0);

    internal static RangeTable Chroma { get; } = new(128, 224, 128);

    internal void Apply(ReadOnlySpan<byte> source, Span<byte> target)
    {
        target = target[..source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = _codes[source[i]];
        }
    }
}
