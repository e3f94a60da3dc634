namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Energy of a tensor and of what another form of it differs by.</summary>
internal sealed class SignalAndNoise
{
    private double _signal;
    private double _noise;

    public double Decibels => _noise == 0 ? double.PositiveInfinity : 10 * Math.Log10(_signal / _noise);

    public void Add(ReadOnlySpan<float> reference, ReadOnlySpan<float> other)
    {
        if (reference.Length != other.Length)
        {
            throw new ArgumentException($"a tensor of {reference.Length} values cannot be compared with one of {other.Length}", nameof(other));
        }

        var (signal, noise) = (0.0, 0.0);
        for (var i = 0; i < reference.Length; i++)
        {
            double value = reference[i];
            var difference = value - other[i];
            signal += value * value;
            noise += difference * difference;
        }

        _signal += signal;
        _noise += noise;
    }
}
