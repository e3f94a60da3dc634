namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Sums over a tensor [1, channels, …] and another form of it.</summary>
internal sealed class ChannelSums(int channels)
{
    private readonly double[] _differences = new double[channels];
    private double _squares;
    private long _perChannel;

    public void Add(ReadOnlySpan<float> reference, ReadOnlySpan<float> other)
    {
        if (reference.Length != other.Length)
        {
            throw new ArgumentException($"a tensor of {reference.Length} values cannot be compared with one of {other.Length}", nameof(other));
        }

        var size = reference.Length / channels;
        for (var channel = 0; channel < channels; channel++)
        {
            Add(channel, reference.Slice(channel * size, size), other.Slice(channel * size, size));
        }

        _perChannel += size;
    }

    public ChannelShift Shift()
    {
        var means = Array.ConvertAll(_differences, sum => (float)(sum / _perChannel));
        var signal = _squares / (_perChannel * channels);
        return new ChannelShift(means, signal == 0 ? 0 : means.Average(static mean => (double)mean * mean) / signal);
    }

    private void Add(int channel, ReadOnlySpan<float> reference, ReadOnlySpan<float> other)
    {
        var (difference, squares) = (0.0, 0.0);
        for (var i = 0; i < reference.Length; i++)
        {
            difference += (double)other[i] - reference[i];
            squares += (double)reference[i] * reference[i];
        }

        _differences[channel] += difference;
        _squares += squares;
    }
}
