using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeVision.Imaging.Colour;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// Blends row pairs and turns them into normalised floats, one row at a time, as wide as the machine's vectors. Rows
/// must be at least <see cref="MinimumWidth"/> long: the last step overlaps the one before.
/// </summary>
internal static class RowComposer
{
    private const float PerSample = 1f / AxisPlan.One;

    internal static int MinimumWidth => Vector<ushort>.Count;

    internal static void FromYuv(
        in RowPair y, in RowPair u, in RowPair v, in RowColour colour, Span<float> red, Span<float> green, Span<float> blue)
    {
        var width = CheckWidth(red, green, blue);
        var yuv = colour.Yuv;
        var luma = new Blend(y, yuv.LumaGain, -yuv.LumaZero * yuv.LumaGain, width);
        var chromaU = new Blend(u, 1, -YuvCoefficients.ChromaZero, width);
        var chromaV = new Blend(v, 1, -YuvCoefficients.ChromaZero, width);
        var redOut = new Channel(red, colour.Gain.First, colour.Bias.First);
        var greenOut = new Channel(green, colour.Gain.Second, colour.Bias.Second);
        var blueOut = new Channel(blue, colour.Gain.Third, colour.Bias.Third);
        var redV = new Vector<float>(yuv.RedV);
        var greenU = new Vector<float>(yuv.GreenU);
        var greenV = new Vector<float>(yuv.GreenV);
        var blueU = new Vector<float>(yuv.BlueU);
        for (var x = 0; x < width; x += MinimumWidth)
        {
            var at = (nuint)Math.Min(x, width - MinimumWidth);
            luma.Load(at, out var y0, out var y1);
            chromaU.Load(at, out var u0, out var u1);
            chromaV.Load(at, out var v0, out var v1);
            redOut.Store(at, MultiplyAdd(v0, redV, y0), MultiplyAdd(v1, redV, y1));
            greenOut.Store(
                at,
                MultiplyAdd(v0, greenV, MultiplyAdd(u0, greenU, y0)),
                MultiplyAdd(v1, greenV, MultiplyAdd(u1, greenU, y1)));
            blueOut.Store(at, MultiplyAdd(u0, blueU, y0), MultiplyAdd(u1, blueU, y1));
        }
    }

    /// <summary>One channel of a source that is RGB already.</summary>
    internal static void FromChannel(in RowPair samples, float gain, float bias, Span<float> output)
    {
        var width = CheckWidth(output, output, output);
        var channel = new Blend(samples, 1, 0, width);
        var target = new Channel(output, gain, bias);
        for (var x = 0; x < width; x += MinimumWidth)
        {
            var at = (nuint)Math.Min(x, width - MinimumWidth);
            channel.Load(at, out var low, out var high);
            target.Store(at, low, high);
        }
    }

    private static int CheckWidth(Span<float> red, Span<float> green, Span<float> blue) =>
        red.Length == green.Length && red.Length == blue.Length && red.Length >= MinimumWidth
            ? red.Length
            : throw new ArgumentException($"rows of {red.Length}, {green.Length} and {blue.Length} pixels; at least {MinimumWidth} are needed");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> addend) =>
        Vector.MultiplyAddEstimate(left, right, addend);

    /// <summary>(upper * (1 - weight) + lower * weight) * gain + bias.</summary>
    private readonly ref struct Blend
    {
        private readonly ref ushort _upper;
        private readonly ref ushort _lower;
        private readonly Vector<float> _upperShare;
        private readonly Vector<float> _lowerShare;
        private readonly Vector<float> _bias;

        internal Blend(in RowPair rows, float gain, float bias, int width)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(rows.Upper.Length, rows.Lower.Length), width);
            _upper = ref MemoryMarshal.GetArrayDataReference(rows.Upper);
            _lower = ref MemoryMarshal.GetArrayDataReference(rows.Lower);
            _upperShare = new Vector<float>((1 - rows.Weight) * gain * PerSample);
            _lowerShare = new Vector<float>(rows.Weight * gain * PerSample);
            _bias = new Vector<float>(bias);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Load(nuint at, out Vector<float> low, out Vector<float> high)
        {
            Vector.Widen(Vector.LoadUnsafe(ref _upper, at), out var upperLow, out var upperHigh);
            Vector.Widen(Vector.LoadUnsafe(ref _lower, at), out var lowerLow, out var lowerHigh);
            low = MultiplyAdd(ToSingle(lowerLow), _lowerShare, MultiplyAdd(ToSingle(upperLow), _upperShare, _bias));
            high = MultiplyAdd(ToSingle(lowerHigh), _lowerShare, MultiplyAdd(ToSingle(upperHigh), _upperShare, _bias));
        }

        // Signed on purpose: older machines convert unsigned numbers in several steps.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector<float> ToSingle(Vector<uint> samples) => Vector.ConvertToSingle(Vector.AsVectorInt32(samples));
    }

    /// <summary>Clamps to 0..255, normalises and stores.</summary>
    private readonly ref struct Channel
    {
        private readonly ref float _output;
        private readonly Vector<float> _gain;
        private readonly Vector<float> _bias;
        private readonly Vector<float> _white;

        internal Channel(Span<float> output, float gain, float bias)
        {
            _output = ref MemoryMarshal.GetReference(output);
            _gain = new Vector<float>(gain);
            _bias = new Vector<float>(bias);
            _white = new Vector<float>(255);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Store(nuint at, Vector<float> low, Vector<float> high)
        {
            Normalise(low).StoreUnsafe(ref _output, at);
            Normalise(high).StoreUnsafe(ref _output, at + (nuint)Vector<float>.Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector<float> Normalise(Vector<float> pixels) =>
            MultiplyAdd(Vector.ClampNative(pixels, Vector<float>.Zero, _white), _gain, _bias);
    }
}
