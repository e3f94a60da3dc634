using EdgeVision.ModelTools.Tests.Quantization.Preparation;

namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

/// <summary>A Resize becomes Concats where it repeats each pixel twice, and nowhere else.</summary>
public sealed class NearestUpsampleTests
{
    private const string Done = "nearest-neighbour doubling became Concat";

    public static TheoryData<string, string, bool> Modes()
    {
        var modes = new TheoryData<string, string, bool>();
        foreach (var coordinates in (string[])["half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric"])
        {
            foreach (var rounding in (string[])["round_prefer_floor", "round_prefer_ceil", "floor", "ceil"])
            {
                modes.Add(coordinates, rounding, (coordinates, rounding) is
                    ("half_pixel", "round_prefer_floor" or "round_prefer_ceil") or ("asymmetric", "floor" or "round_prefer_floor"));
            }
        }

        return modes;
    }

    [SkippableTheory]
    [MemberData(nameof(Modes))]
    public void Of_all_modes_those_that_repeat_each_pixel_are_rewritten(string coordinates, string rounding, bool rewritten)
    {
        foreach (var (channels, height, width) in (ReadOnlySpan<(int, int, int)>)[(1, 1, 1), (3, 2, 5), (5, 7, 4)])
        {
            var hand = new HandModel(13, ("x", [1, channels, height, width]));
            var byScales = Resize(hand, [1, 1, 2, 2], null, coordinates, rounding);
            var bySizes = Resize(hand, null, [1, channels, 2 * height, 2 * width], coordinates, rounding);
            var (model, done) = Rewritten.Of(hand.Output(byScales, hand.Add("Relu", [bySizes])), 0);
            Assert.Equal(rewritten ? [$"{Done} (2 times)"] : [], done);
            Assert.Equal(rewritten ? 0 : 2, Rewritten.Operators(model).Count(static name => name == "Resize"));
        }
    }

    [SkippableTheory]
    [InlineData(3f, 3f, 4)]
    [InlineData(2f, 1f, 4)]
    [InlineData(1f, 2f, 4)]
    [InlineData(.5f, .5f, 4)]
    [InlineData(2.1f, 2.1f, 4)]
    [InlineData(2f, 2.2f, 4)]
    public void Scales_that_do_not_double_are_left_alone_even_where_the_size_doubles(float rows, float columns, int size)
    {
        var hand = new HandModel(13, ("x", [1, 2, size, size]));
        Rewritten.Not(hand.Output(Resize(hand, [1, 1, rows, columns], null, "asymmetric", "floor")));
    }

    [SkippableTheory]
    [InlineData("linear")]
    [InlineData("cubic")]
    public void Interpolation_is_left_alone(string mode)
    {
        var hand = new HandModel(13, ("x", [1, 2, 4, 4]));
        Rewritten.Not(hand.Output(hand.Add(
            "Resize", ["x", "", hand.Constant([4], 1, 1, 2, 2)], ("mode", mode), ("coordinate_transformation_mode", "asymmetric"))));
    }

    [SkippableFact]
    public void More_than_one_picture_and_one_dimension_are_left_alone()
    {
        var batch = new HandModel(13, ("x", [2, 2, 4, 4]));
        Rewritten.Not(batch.Output(Resize(batch, [1, 1, 2, 2], null, "asymmetric", "floor")));
        var line = new HandModel(13, ("x", [1, 2, 4]));
        Rewritten.Not(line.Output(Resize(line, [1, 1, 2], null, "asymmetric", "floor")));
    }

    [SkippableFact]
    public void What_is_doubled_keeps_its_other_readers()
    {
        var hand = new HandModel(13, ("x", [1, 2, 4, 4]));
        var source = hand.Add("Relu", ["x"]);
        var doubled = Resize(hand, [1, 1, 2, 2], null, "asymmetric", "floor");
        var twice = Resize(hand, [1, 1, 2, 2], null, "half_pixel", "round_prefer_floor", doubled);
        Assert.Equal([$"{Done} (2 times)"], Rewritten.Of(hand.Output(source, doubled, twice, hand.Add("Relu", [doubled])), 0).Done);
    }

    private static string Resize(HandModel hand, float[]? scales, long[]? sizes, string coordinates, string rounding, string from = "x") => hand.Add(
        "Resize",
        scales is null ? [from, "", "", hand.List(sizes!)] : [from, "", hand.Constant([scales.Length], scales)],
        ("mode", "nearest"), ("coordinate_transformation_mode", coordinates), ("nearest_mode", rounding));
}
