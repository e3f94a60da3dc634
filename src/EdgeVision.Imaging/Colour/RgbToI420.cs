using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Rows;

namespace EdgeVision.Imaging.Colour;

/// <summary>
/// RGB24 pictures as planar YUV 4:2:0; each chroma sample is the mean of its two by two pixels (fewer at an odd edge).
/// Keeps its working memory for the widest picture; not thread-safe.
/// </summary>
public sealed class RgbToI420
{
    private byte[] _bytes = [];
    private float[] _floats = [];

    /// <summary>Converts a picture.</summary>
    /// <param name="rgb">3 x width x height bytes.</param>
    /// <param name="target">The wanted I420 format: size, matrix and range.</param>
    /// <param name="i420">As many bytes as the target format has.</param>
    /// <exception cref="ArgumentException">A length does not fit the format, or it is not I420.</exception>
    public void Convert(ReadOnlySpan<byte> rgb, FrameFormat target, Span<byte> i420)
    {
        var size = target.Size;
        if (target.Layout != PixelLayout.I420 || i420.Length != target.ByteCount || rgb.Length != 3 * size.Pixels)
        {
            throw new ArgumentException($"{rgb.Length} bytes of RGB24 do not become {i420.Length} bytes of {size} {target.Layout}", nameof(target));
        }

        if (_bytes.Length < 3 * size.Width)
        {
            _bytes = new byte[3 * size.Width];
            _floats = new float[7 * size.Width];
        }

        var weights = YuvWeights.Of(target.Matrix, target.Range);
        var chroma = target.ChromaSize;
        var u = i420.Slice(size.Pixels, chroma.Pixels);
        var v = i420[(size.Pixels + chroma.Pixels)..];
        for (var row = 0; row < size.Height; row++)
        {
            var pixels = rgb.Slice(row * 3 * size.Width, 3 * size.Width);
            var last = (row & 1) == 1 || row == size.Height - 1;
            LumaRow(pixels, size.Width, (row & 1) == 0, weights.Y, i420.Slice(row * size.Width, size.Width));
            if (last)
            {
                var share = (row & 1) == 1 ? 0.5f : 1;
                ChromaRow(weights.U, share, size.Width, u.Slice(row / 2 * chroma.Width, chroma.Width));
                ChromaRow(weights.V, share, size.Width, v.Slice(row / 2 * chroma.Width, chroma.Width));
            }
        }
    }

    /// <summary>Also adds the row's colours up for the chroma rows.</summary>
    private void LumaRow(ReadOnlySpan<byte> pixels, int width, bool first, in YuvWeights weights, Span<byte> luma)
    {
        ByteRows.Split(pixels, _bytes.AsSpan(0, width), _bytes.AsSpan(width, width), _bytes.AsSpan(2 * width, width));
        for (var channel = 0; channel < 3; channel++)
        {
            FloatRows.FromBytes(_bytes.AsSpan(channel * width, width), Row(channel, width));
            FloatRows.Accumulate(Row(channel, width), Row(3 + channel, width), first);
        }

        FloatRows.Weigh(Row(0, width), Row(1, width), Row(2, width), weights, 1, Row(6, width));
        FloatRows.ToBytes(Row(6, width), luma);
    }

    private void ChromaRow(in YuvWeights weights, float share, int width, Span<byte> chroma)
    {
        var full = Row(6, width);
        FloatRows.Weigh(Row(3, width), Row(4, width), Row(5, width), weights, share, full);
        for (var x = 0; x < chroma.Length; x++)
        {
            chroma[x] = FloatRows.ToByte((full[2 * x] + full[Math.Min((2 * x) + 1, width - 1)]) / 2);
        }
    }

    /// <summary>0..2 the row's colours, 3..5 their sums over two rows, 6 the result.</summary>
    private Span<float> Row(int number, int width) => _floats.AsSpan(number * width, width);
}
