using EdgeVision.ModelTools.Quantization.Calibration;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>Each calibrator gives what a plain twin on all the values gives, or what is published for a distribution.</summary>
public sealed class CalibratorTruthTests
{
    public static TheoryData<string> Distributions => ["normal", "laplace", "relu", "shifted", "negative", "silu", "outlier"];

    [Fact]
    public void Min_max_is_the_least_and_greatest_in_any_order_and_holds_zero() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), ArbMap.Default.ArbFor<int>(), (raw, seed) =>
        {
            var values = Array.ConvertAll(raw, static value => (float)Math.Clamp(value.Get, -1e30, 1e30));
            var shuffled = values.ToArray();
            new Random(seed).Shuffle(shuffled);
            var range = new MinMaxCalibrator().RangeOf(Statistics(values));
            return range == new MinMaxCalibrator().RangeOf(Statistics(shuffled))
                && range == new TensorRange(values.Append(0).Min(), values.Append(0).Max());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Percentiles_are_those_of_the_sorted_values(string distribution)
    {
        var values = Draw.Values(distribution, 200_000);
        var statistics = Statistics(values);
        Array.Sort(values);
        foreach (var percentile in (double[])[99, 99.9, 99.99])
        {
            var range = new PercentileCalibrator(percentile).RangeOf(statistics);
            var beyond = (int)Math.Round(values.Length * (100 - percentile) / 100);
            var width = statistics.Histogram.BinWidth;
            Assert.InRange(range.Min, Math.Min(0, values[beyond - 1] - width), Math.Min(0, values[beyond] + width));
            Assert.InRange(range.Max, Math.Max(0, values[^(beyond + 1)] - width), Math.Max(0, values[^beyond] + width));
        }

        Assert.Equal(new MinMaxCalibrator().RangeOf(statistics), new PercentileCalibrator(100).RangeOf(statistics));
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Entropy_is_that_of_the_published_steps(string distribution)
    {
        var values = Draw.Values(distribution, 50_000);
        var statistics = Statistics(values);
        var threshold = NaiveEntropy.Threshold(values, statistics.Histogram.BinWidth) * statistics.Histogram.BinWidth;
        var range = new EntropyCalibrator().RangeOf(statistics);
        Assert.Equal(Math.Max(Math.Min(0, values.Min()), -threshold), range.Min, 1e-5);
        Assert.Equal(Math.Min(Math.Max(0, values.Max()), threshold), range.Max, 1e-5);
    }

    [Fact]
    public void Entropy_cuts_an_outlier_off()
    {
        var range = new EntropyCalibrator().RangeOf(Statistics(Draw.Values("outlier", 50_000)));
        Assert.InRange(range.Max, 2, 30);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void No_range_on_a_dense_grid_has_a_clearly_smaller_squared_error(string distribution)
    {
        var values = Draw.Values(distribution, 20_000);
        var range = new MseCalibrator().RangeOf(Statistics(values));
        var (min, max) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var ours = NaiveQuantizer.MeanSquaredError(values, range);
        for (var low = min == 0 ? 24 : 1; low <= 24; low++)
        {
            for (var high = max == 0 ? 24 : 1; high <= 24; high++)
            {
                var other = NaiveQuantizer.MeanSquaredError(values, new TensorRange(min * low / 24, max * high / 24));
                Assert.True(ours <= other * 1.02, $"{range} has {ours}, {low}/24 and {high}/24 of {min}..{max} has {other}");
            }
        }
    }

    /// <summary>Optimal clipping for 8 bits from Banner et al. 2018 (ACIQ, arXiv 1810.05723): 3.92 sigma for a normal, 9.89 b for a Laplace distribution.</summary>
    [Theory]
    [InlineData("normal", 3.92)]
    [InlineData("laplace", 9.89)]
    public void Squared_error_finds_the_published_clipping(string distribution, double published)
    {
        var range = new MseCalibrator().RangeOf(Statistics(Draw.Values(distribution, 2_000_000)));
        Assert.InRange(range.Max / published, 0.93, 1.07);
        Assert.InRange(-range.Min / published, 0.93, 1.07);
    }

    [Theory]
    [InlineData(CalibratorKind.MinMax)]
    [InlineData(CalibratorKind.Percentile)]
    [InlineData(CalibratorKind.Entropy)]
    [InlineData(CalibratorKind.Mse)]
    public void Degenerate_tensors_have_a_range_with_zero_in_what_was_seen(CalibratorKind kind)
    {
        var calibrator = Calibrators.Of(kind);
        Assert.Equal(new TensorRange(0, 0), calibrator.RangeOf(Statistics([0, 0, 0])));
        Assert.Equal(new TensorRange(0, 0), calibrator.RangeOf(Statistics([-0f])));
        foreach (var values in (float[][])[[5], [-5], [1e-30f, 2e-30f], [3e30f, -3e30f], [0, 0, 1]])
        {
            var range = calibrator.RangeOf(Statistics(values));
            Assert.InRange(range.Min, Math.Min(0, values.Min()), 0);
            Assert.InRange(range.Max, 0, Math.Max(0, values.Max()));
            Assert.True(range.Max > range.Min, $"{kind} gives {range} for {string.Join(' ', values)}");
        }
    }

    private static TensorStatistics Statistics(float[] values)
    {
        var statistics = new TensorStatistics();
        for (var at = 0; at < values.Length; at += 4099)
        {
            statistics.Observe(values.AsSpan(at, Math.Min(4099, values.Length - at)));
        }

        return statistics;
    }
}
