using EdgeVision.Inference.Profiling.Measuring;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Profiling;

public class PercentileTests
{
    [Fact]
    public void It_is_the_least_value_that_enough_others_do_not_exceed() => Prop.ForAll<NonEmptyArray<int>, int>((values, percent) =>
    {
        var share = Math.Abs(percent % 101);
        var numbers = values.Get.Select(value => (double)value).ToList();

        // The naive twin counts, in whole numbers.
        var truth = numbers.Where(value => numbers.Count(other => other <= value) * 100L >= share * (long)numbers.Count).Min();
        return Percentile.Of(numbers, share / 100.0) == truth;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_nothing_there_is_none()
    {
        Assert.Throws<ArgumentException>(() => Percentile.Of([], 0.5));
        Assert.Throws<ArgumentException>(() => Percentile.Of([1], 1.5));
    }
}
