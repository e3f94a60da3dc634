namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Two convolutions with nothing between them that a positive factor per channel does not pass through.</summary>
internal sealed class ConvPair(ConvParameters first, ConvParameters second, float largest)
{
    private readonly float[] _factors = [.. Enumerable.Repeat(1f, first.OutChannels)];

    public ConvParameters First => first;

    public ConvParameters Second => second;

    /// <summary>See <see cref="EqualizedPair.Before"/>.</summary>
    public double Evenness()
    {
        var (made, read) = (first.OutRanges(), second.InRanges());
        var (greatestMade, greatestRead) = (made.Max(), read.Max());
        return greatestMade == 0 || greatestRead == 0
            ? 1
            : made.Zip(read, (one, other) => (double)one / greatestMade * (other / greatestRead)).Average();
    }

    /// <summary>Makes both ranges of each channel the geometric mean of what they were; the greatest change of a factor.</summary>
    public float Equalize()
    {
        var (made, read) = (first.OutRanges(), second.InRanges());
        var by = new float[_factors.Length];
        var greatest = 1f;
        for (var channel = 0; channel < by.Length; channel++)
        {
            by[channel] = 1;
            if (made[channel] > 0 && read[channel] > 0)
            {
                var wanted = Math.Clamp(_factors[channel] * MathF.Sqrt(made[channel] / read[channel]), 1 / largest, largest);
                by[channel] = wanted / _factors[channel];
                _factors[channel] = wanted;
            }

            first.ScaleOut(channel, 1 / by[channel]);
            greatest = Math.Max(greatest, Math.Max(by[channel], 1 / by[channel]));
        }

        second.ScaleIn(by);
        return greatest;
    }
}
