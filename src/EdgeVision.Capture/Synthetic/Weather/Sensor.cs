using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>The camera's last step: exposure and noise, from the canvas into the frame, kept in limited range.</summary>
internal sealed class Sensor
{
    private const int TableSize = 1 << 16;

    private readonly sbyte[] _noise = new sbyte[TableSize + 4096];
    private readonly byte[] _luma = new byte[256];
    private readonly byte[] _chroma = new byte[256];
    private readonly ulong _seed;

    public Sensor(ulong seed)
    {
        _seed = seed;
        var random = new SeededRandom(seed, 48);
        for (var i = 0; i < TableSize; i++)
        {
            // Four uniform numbers: near enough to a bell, standard deviation 37 of 127.
            _noise[i] = (sbyte)Math.Clamp((random.Unit() + random.Unit() + random.Unit() + random.Unit() - 2) * 64, -127, 127);
        }

        _noise.AsSpan(0, 4096).CopyTo(_noise.AsSpan(TableSize));
    }

    public void Expose(Canvas canvas, long frame, float gain, float noise, Span<byte> i420)
    {
        for (var i = 0; i < 256; i++)
        {
            _luma[i] = (byte)Math.Clamp(16.5f + ((i - 16) * gain), 16, 235);
            _chroma[i] = (byte)Math.Clamp(128.5f + ((i - 128) * Math.Min(gain, 1.1f)), 16, 240);
        }

        var luma = canvas.Luma.Length;
        var chroma = canvas.Cb.Length;
        Plane(canvas.Luma, i420[..luma], canvas.Width, _luma, frame, 0, (int)(noise * 256 / 37), 235);
        Plane(canvas.Cb, i420.Slice(luma, chroma), canvas.ChromaWidth, _chroma, frame, 1, (int)(noise * 150 / 37), 240);
        Plane(canvas.Cr, i420.Slice(luma + chroma, chroma), canvas.ChromaWidth, _chroma, frame, 2, (int)(noise * 150 / 37), 240);
    }

    private void Plane(ReadOnlySpan<byte> from, Span<byte> to, int width, ReadOnlySpan<byte> curve, long frame, int plane, int strength, int high)
    {
        var random = new SeededRandom(_seed, 49 + (ulong)plane, (ulong)frame);
        for (var at = 0; at < from.Length; at += width)
        {
            var noise = _noise.AsSpan(random.Below(TableSize), width);
            var source = from.Slice(at, width);
            var target = to.Slice(at, width);
            for (var x = 0; x < target.Length && x < source.Length && x < noise.Length; x++)
            {
                var value = curve[source[x]] + ((noise[x] * strength) + 128 >> 8);
                target[x] = (byte)Math.Clamp(value, 16, high);
            }
        }
    }
}
