using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Search;

namespace EdgeVision.ModelTools.Tests.Quantization.Search;

/// <summary>Of several ways to choose ranges the one that agrees best with the float model is taken.</summary>
public sealed class RangeSearchTests
{
    private static readonly RangeChoice Clipped = new(CalibratorKind.Percentile, 99);
    private static readonly RangeChoice Whole = new(CalibratorKind.MinMax);

    [Theory]
    [InlineData(.8, .9, "min-max")]
    [InlineData(.9, .8, "percentile 99")]
    [InlineData(.9, .9, "percentile 99")]
    public async Task The_best_is_chosen_and_all_are_reported(double clipped, double whole, string best)
    {
        var search = new RangeSearch([Clipped, Whole], Statistics());
        var ranges = await search.ChooseAsync(7, ranges => Task.FromResult(IsWhole(ranges) ? whole : clipped));
        Assert.Equal(best, search.Chosen.ToString());
        Assert.Equal(best == "min-max", IsWhole(ranges));
        Assert.Equal(["ranges by percentile 99", "ranges by min-max"], search.Trials.Select(static trial => trial.What));
        Assert.Equal([clipped, whole], search.Trials.Select(static trial => trial.Agreement!.Value));
        Assert.Equal($"ranges by {best}", Assert.Single(search.Trials, static trial => trial.Kept).What);
        Assert.All(search.Trials, static trial => Assert.Equal((7, null), (trial.Nodes, trial.LatencyRatio)));
    }

    [Fact]
    public async Task It_may_choose_otherwise_later()
    {
        var search = new RangeSearch([Clipped, Whole], Statistics());
        await search.ChooseAsync(1, static ranges => Task.FromResult(IsWhole(ranges) ? .1 : .2));
        Assert.Equal(Clipped, search.Chosen);
        Assert.True(IsWhole(await search.ChooseAsync(2, static ranges => Task.FromResult(IsWhole(ranges) ? .2 : .1))));
        Assert.Equal(Whole, search.Chosen);
        Assert.Equal(4, search.Trials.Count);
    }

    [Fact]
    public async Task Where_there_is_no_choice_nothing_is_measured()
    {
        var search = new RangeSearch([Whole], Statistics());
        Assert.True(IsWhole(await search.ChooseAsync(1, static _ => throw new InvalidOperationException("measured"))));
        Assert.Empty(search.Trials);
    }

    private static bool IsWhole(IReadOnlyDictionary<string, TensorRange> ranges) => ranges["x"].Max > 99;

    private static Dictionary<string, TensorStatistics> Statistics()
    {
        var statistics = new TensorStatistics();
        statistics.Observe([.. Enumerable.Range(0, 10_000).Select(static i => i / 10_000f), 100]);
        return new() { ["x"] = statistics };
    }
}
