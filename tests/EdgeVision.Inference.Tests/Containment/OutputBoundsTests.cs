using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Decoding;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>The one pass that copies and checks says what a loop over the copy says.</summary>
public class OutputBoundsTests
{
    [Fact]
    public void It_copies_all_and_finds_whatever_a_plain_loop_finds()
    {
        var odd = Gen.Elements(float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1.06f, -0.06f, float.MaxValue, float.MinValue, 1.04f, -0.04f);
        var cases = from rows in Gen.Choose(1, 60)
                    from period in Gen.Choose(1, 90)
                    from first in Gen.Choose(0, period - 1)
                    from count in Gen.Choose(1, period - first)
                    from spoilt in Gen.Choose(0, 2)
                    from places in Gen.Choose(0, (rows * period) - 1).ArrayOf(spoilt)
                    from values in odd.ArrayOf(spoilt)
                    select (rows, period, first, count, places, values);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var floats = Enumerable.Range(0, c.rows * c.period).Select(i => i % 7 / 6f).ToArray();
            foreach (var (place, value) in c.places.Zip(c.values))
            {
                floats[place] = value;
            }

            var range = OutputRange.Scores(0, c.first, c.count, c.period);
            var good = !floats.Where((value, i) => !Allows(range, i, value)).Any();
            var copy = new float[floats.Length];
            return new OutputBounds(floats.Length, [range]).Take(floats, copy) == good && floats.SequenceEqual(copy);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData(0.5f, true, true)]
    [InlineData(7f, false, true)]
    [InlineData(float.NaN, false, false)]
    public void A_range_over_the_whole_and_none_at_all_are_patterns_too(float value, bool within, bool finite)
    {
        var floats = new float[1001];
        for (var place = 0; place < floats.Length; place += 50)
        {
            floats[place] = value;
            Assert.Equal(within, new OutputBounds(floats.Length, [OutputRange.Scores(0, 0, floats.Length)]).Take(floats, new float[floats.Length]));
            Assert.Equal(finite, new OutputBounds(floats.Length, []).Take(floats, new float[floats.Length]));
            floats[place] = 0;
        }
    }

    [Fact]
    public void Ranges_without_a_pattern_are_left_to_the_caller()
    {
        Assert.False(new OutputBounds(100, [OutputRange.Scores(0, 10, 50)]).IsKnown);
        Assert.False(new OutputBounds(101, [OutputRange.Scores(0, 0, 3, 10)]).IsKnown);
        Assert.False(new OutputBounds(100, [OutputRange.Scores(0, 0, 3, 10), OutputRange.Scores(0, 0, 3, 20)]).IsKnown);
    }

    private static bool Allows(OutputRange range, int index, float value) =>
        float.IsFinite(value) && (index % range.Step < range.First || index % range.Step >= range.First + range.Count || (value >= range.Least && value <= range.Most));
}
