using EdgeVision.ModelTools.Tests.Quantization.Preparation;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

/// <summary>Four strided slices and their Concat become one node, in whatever order and form they were exported.</summary>
public sealed class FocusStemTests
{
    private const string Done = "slices before the first layer became SpaceToDepth";

    /// <summary>Top left, bottom left, top right, bottom right, as YOLOX and YOLOv5 both write it.</summary>
    private static readonly (int Row, int Column)[] Usual = [(0, 0), (1, 0), (0, 1), (1, 1)];

    [SkippableFact]
    public void Any_order_of_the_slices_is_kept()
    {
        Ort.Need();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), static seed =>
        {
            var random = new Random(seed);
            var channels = random.Next(1, 5);
            var hand = new HandModel(13, ("x", [1, channels, 2 * random.Next(2, 6), 2 * random.Next(2, 6)]));
            var order = Usual.ToArray();
            random.Shuffle(order);
            var steps = random.Next(3);
            var focus = hand.Add("Concat", [.. order.Select(phase => Slice(hand, "x", phase, steps))], ("axis", 1));
            var kernel = random.Next(1, 4);
            var first = Conv(hand, focus, channels, kernel, random.Next(1, 3));
            hand.Output(random.Next(2) == 0 ? [first] : [first, Conv(hand, focus, channels, kernel, 1)]);
            var (model, done) = Rewritten.Of(hand);
            Assert.Equal(Done, done[0]);
            Assert.DoesNotContain(Rewritten.Operators(model), static name => name is "Slice" or "Concat");
        }).QuickCheckThrowOnFailure();
    }

    [SkippableFact]
    public void Slices_that_others_read_stay_for_them()
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var slices = Slices(hand, "x");
        var focus = hand.Add("Concat", slices, ("axis", 1));
        var (model, done) = Rewritten.Of(hand.Output(Conv(hand, focus, 3, 3, 1), slices[2], hand.Add("Relu", [slices[0]])));
        Assert.Equal([Done], done);
        Assert.Equal(["Conv", "Relu", "Slice", "Slice", "SpaceToDepth"], Rewritten.Operators(model).Order());
    }

    [SkippableFact]
    public void A_Concat_that_something_else_reads_is_left_alone()
    {
        Not(static (hand, focus) => hand.Output(Conv(hand, focus, 3, 3, 1), focus));
        Not(static (hand, focus) => hand.Output(Conv(hand, focus, 3, 3, 1), hand.Add("Relu", [focus])));
        Not(static (hand, focus) => hand.Output(hand.Add("Conv", [focus, hand.Noise(4, 6, 3, 3)], ("group", 2))));
    }

    [SkippableFact]
    public void Slices_that_are_not_all_pixels_of_one_picture_are_left_alone()
    {
        NotSlices(static hand => [.. Slices(hand, "x")[..3], Slice(hand, "x", (0, 0), 0)]);
        NotSlices(static hand => [.. Slices(hand, "x")[..3], Slice(hand, hand.Add("Relu", ["x"]), (1, 1), 0)]);
        NotSlices(static hand => [.. Slices(hand, "x")[..3], Cut(hand, Cut(hand, "x", [1], [long.MaxValue], [2], [1]), [0, 1], [99, 99], [2, 3], [2, 2])]);
    }

    [SkippableFact]
    public void Every_fourth_row_is_left_alone()
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var slices = Slices(hand, Cut(hand, "x", [0], [long.MaxValue], [2], [2]));
        Rewritten.Not(hand.Output(Conv(hand, hand.Add("Concat", slices, ("axis", 1)), 3, 3, 1)));
    }

    [SkippableFact]
    public void Slices_of_channels_and_of_one_direction_are_left_alone()
    {
        var hand = new HandModel(13, ("x", [1, 4, 8, 6]));
        var focus = hand.Add(
            "Concat", [.. from start in (long[])[0, 1] from _ in (int[])[0, 1] select Cut(hand, "x", [start], [99], [3], [2])], ("axis", 1));
        Rewritten.Not(hand.Output(Conv(hand, focus, 4, 3, 1)));

        var channels = new HandModel(13, ("x", [1, 4, 8, 6]));
        var parts = from start in (long[])[0, 1] from column in (long[])[0, 1] select Cut(channels, "x", [start, column], [99, 99], [1, 3], [2, 2]);
        var mixed = channels.Add("Concat", [.. parts], ("axis", 1));
        Rewritten.Not(channels.Output(Conv(channels, mixed, 2, 3, 1)));
    }

    [SkippableFact]
    public void Volumes_are_left_alone()
    {
        var hand = new HandModel(13, ("x", [1, 2, 4, 4, 3]));
        var focus = hand.Add("Concat", Slices(hand, "x"), ("axis", 1));
        Rewritten.Not(hand.Output(hand.Add("Conv", [focus, hand.Noise(2, 8, 1, 1, 3)])));
    }

    private static void Not(Action<HandModel, string> use)
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        use(hand, hand.Add("Concat", Slices(hand, "x"), ("axis", 1)));
        Rewritten.Not(hand);
    }

    private static void NotSlices(Func<HandModel, string[]> slices)
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        Rewritten.Not(hand.Output(Conv(hand, hand.Add("Concat", slices(hand), ("axis", 1)), 3, 3, 1)));
    }

    private static string Conv(HandModel hand, string from, int channels, int kernel, long stride) => hand.Add(
        "Conv", [from, hand.Noise(3, 4 * channels, kernel, kernel), hand.Noise(3)], ("pads", new long[] { 1, 1, 1, 1 }), ("strides", new[] { stride, stride }));

    private static string[] Slices(HandModel hand, string from) => [.. Usual.Select(phase => Slice(hand, from, phase, 0))];

    /// <summary>In one node, or rows before columns, or columns before rows.</summary>
    private static string Slice(HandModel hand, string from, (int Row, int Column) phase, int steps) => steps switch
    {
        0 => Cut(hand, from, [phase.Row, phase.Column], [long.MaxValue, long.MaxValue], [2, 3], [2, 2]),
        1 => Cut(hand, Cut(hand, from, [phase.Row], [long.MaxValue], [2], [2]), [phase.Column], [int.MaxValue], [3], [2]),
        _ => Cut(hand, Cut(hand, from, [phase.Column], [long.MaxValue], [3], [2]), [phase.Row], [int.MaxValue], [2], [2]),
    };

    private static string Cut(HandModel hand, string from, long[] starts, long[] ends, long[] axes, long[] steps) =>
        hand.Add("Slice", [from, hand.List(starts), hand.List(ends), hand.List(axes), hand.List(steps)]);
}
