using EdgeVision.ModelTools.Quantization.Calibration;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>A histogram is what counting all values at once would give, in whatever order and portions they come.</summary>
public sealed class HistogramOrderTests
{
    private static readonly Arbitrary<float[]> Values =
        ArbMap.Default.ArbFor<(int Mantissa, int Exponent)[]>().Generator
            .Select(static pairs => Array.ConvertAll(pairs, static pair => MathF.ScaleB(pair.Mantissa, pair.Exponent % 24)))
            .ToArbitrary();

    [Fact]
    public void Portions_and_order_do_not_matter() => Prop.ForAll(Values, ArbMap.Default.ArbFor<int>(), (values, seed) =>
    {
        var whole = Of(values);
        var shuffled = values.ToArray();
        var random = new Random(seed);
        random.Shuffle(shuffled);
        var portions = new ValueHistogram();
        for (var at = 0; at < shuffled.Length;)
        {
            var size = Math.Min(random.Next(1, 20), shuffled.Length - at);
            portions.Add(shuffled.AsSpan(at, size));
            at += size;
        }

        return portions.BinWidth == whole.BinWidth && portions.ZeroBin == whole.ZeroBin && portions.Counts.SequenceEqual(whole.Counts);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_value_is_in_the_bin_that_division_gives() => Prop.ForAll(Values, values =>
    {
        var histogram = Of(values);
        var naive = new long[histogram.Counts.Length];
        foreach (var value in values)
        {
            naive[(int)Math.Floor(value / histogram.BinWidth) + histogram.ZeroBin]++;
        }

        return histogram.Counts.SequenceEqual(naive);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bins_are_as_fine_as_their_number_allows() => Prop.ForAll(Values, values =>
    {
        var histogram = Of(values);
        return histogram.Counts.Length <= ValueHistogram.Capacity
            && (Array.TrueForAll(values, static value => value == 0) || histogram.Counts.Length > (ValueHistogram.Capacity / 2) - 1);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3e38f)]
    [InlineData(-3e38f)]
    [InlineData(1e-30f)]
    [InlineData(-1e-30f)]
    public void Extreme_values_after_ordinary_ones_are_counted(float extreme)
    {
        var histogram = Of([0, 1, -1, 0]);
        histogram.Add([extreme]);
        var naive = new long[histogram.Counts.Length];
        foreach (var value in (float[])[0, 1, -1, 0, extreme])
        {
            naive[(int)Math.Floor(value / histogram.BinWidth) + histogram.ZeroBin]++;
        }

        Assert.Equal(naive, histogram.Counts.ToArray());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_not_a_number_is_refused(float value)
    {
        for (var at = 0; at < 20; at++)
        {
            var values = new float[20];
            values[at] = value;
            Assert.Throws<ArgumentException>(() => new ValueHistogram().Add(values));
        }
    }

    private static ValueHistogram Of(float[] values)
    {
        var histogram = new ValueHistogram();
        histogram.Add(values);
        return histogram;
    }
}
