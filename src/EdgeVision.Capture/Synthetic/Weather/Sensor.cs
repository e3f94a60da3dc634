using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>The camera's last step: exposure and noise, from the canvas into the frame, kept in limited range.</summary>
internal sealed class Sensor
{
    private const int TableSize = 1 << 16;

    private readonly sbyte[] _noise = new sbyte[TableSize + 4096];
    private readonly byte[] _luma = new byte[256];
    private readonly byte[] _blue = new byte[256];
    private readonly byte[] _red = new byte[256];
    private readonly CameraLook _look;
    private readonly ulong _seed;

    public Sensor(ulong seed, in CameraLook look)
    {
        _seed = seed;
        _look = look;
        var random = new SeededRandom(seed, 48);
        for (var i = 0; i < TableSize; i++)
        {
            // Four uniform numbers: near enough to a bell, standard deviation 37 of 127.
            _noise[i] = (sbyte)Math.Clamp((random.Unit() + random.Unit() + random.Unit() + random.Unit() - 2) * 64, -127, 127);
        }

        _noise.AsSpan(0, 4096).CopyTo(_noise.AsSpan(TableSize));
    }

    public void Expose(Canvas canvas, long frame, in Conditions conditions, Span<byte> i420)
    {
        Develop(conditions);
        var noise = conditions.Noise + _look.Grain;
        var luma = canvas.Luma.Length;
        var chroma = canvas.Cb.Length;
        var colourNoise = (int)(conditions.Noise * Colour(conditions) * 150 / 37);
        Plane(canvas.Luma, i420[..luma], canvas.Width, _luma, frame, 0, (int)(noise * 256 / 37), 235);
        Plane(canvas.Cb, i420.Slice(luma, chroma), canvas.ChromaWidth, _blue, frame, 1, colourNoise, 240);
        Plane(canvas.Cr, i420.Slice(luma + chroma, chroma), canvas.ChromaWidth, _red, frame, 2, colourNoise, 240);
    }

    /// <summary>The infrared filter swings aside at once when it gets dark; then there is no colour.</summary>
    private float Colour(in Conditions conditions) => _look.Infrared && conditions.Mix.Night > 150 ? 0 : 1;

    private void Develop(in Conditions conditions)
    {
        var colour = Colour(conditions);
        var saturation = colour * _look.Saturation * Math.Min(conditions.Gain, 1.1f);

        // Without the filter the sensor gets far more light.
        var gain = conditions.Gain * (colour > 0 ? 1 : 1.35f);
        for (var i = 0; i < 256; i++)
        {
            var y = Math.Clamp((i - 16) * gain / 219, 0, 1);
            y += _look.Bend * y * (1 - y);
            y += _look.Haze * (0.85f - y);
            _luma[i] = (byte)Math.Clamp(16.5f + (219 * y), 16, 235);
            _blue[i] = (byte)Math.Clamp(128.5f + ((i - 128) * saturation) + (_look.CastBlue * colour), 16, 240);
            _red[i] = (byte)Math.Clamp(128.5f + ((i - 128) * saturation) + (_look.CastRed * colour), 16, 240);
        }
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
