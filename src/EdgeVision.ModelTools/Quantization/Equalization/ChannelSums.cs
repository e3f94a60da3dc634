namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Sums of what another form of a tensor [1, channels, …] differs by, for each channel.</summary>
internal sealed class ChannelSums(int channels)
{
    private readonly double[] _differences = new double[channels];
    private long _perChannel;

    public void Add(ReadOnlySpan<float> reference, ReadOnlySpan<float> other)
    {
        if (reference.Length != other.Length)
        {
            throw new ArgumentException($"a tensor of {reference.Length} values cannot be compared with one of {other.Length}", nameof(other));
        }

        var size = reference.Length / channels;
        for (var i = 0; i < channels * size; i++)
        {
            _differences[i / size] += (double)other[i] - reference[i];
        }

        _perChannel += size;
    }

    public float[] Means() => Array.ConvertAll(_differences, sum => (float)(sum / _perChannel));
}
