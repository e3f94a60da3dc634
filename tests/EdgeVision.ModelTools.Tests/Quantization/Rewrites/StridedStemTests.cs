using EdgeVision.ModelTools.Tests.Quantization.Preparation;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

/// <summary>A first layer of stride 2 computes the same from blocks of pixels as from pixels.</summary>
public sealed class StridedStemTests
{
    private const string Done = "first layer of stride 2 became SpaceToDepth and stride 1";

    [SkippableFact]
    public void Any_kernel_and_padding_computes_what_it_did()
    {
        Ort.Need();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), static seed =>
        {
            var random = new Random(seed);
            var (rows, columns) = (Direction.Draw(random), Direction.Draw(random));
            var channels = random.Next(1, 5);
            var hand = new HandModel(13, ("x", [random.Next(1, 3), channels, rows.Size, columns.Size]));
            var weights = hand.Noise(random.Next(1, 4), channels, rows.Kernel, columns.Kernel);
            string[] inputs = random.Next(2) == 0 ? ["x", weights] : ["x", weights, hand.Noise(hand.Model.Graph.Initializers[0].Dimensions[0])];
            hand.Output(Conv(hand, inputs, ("pads", new long[] { rows.Before, columns.Before, rows.After, columns.After })));

            var (model, done) = Rewritten.Of(hand);

            Assert.Equal([Done], done);
            Assert.Equal(["SpaceToDepth", "Conv"], Rewritten.Operators(model));
        }).QuickCheckThrowOnFailure();
    }

    [SkippableFact]
    public void Every_reader_of_the_picture_gets_what_it_got()
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var weights = hand.Noise(4, 3, 3, 3);
        long[] pads = [1, 1, 1, 1];
        var shared = Conv(hand, ["x", weights], ("pads", pads));
        var slow = hand.Add("Conv", ["x", weights], ("pads", pads));
        var (model, done) = Rewritten.Of(hand.Output(shared, slow, Conv(hand, ["x", weights], ("pads", pads)), hand.Add("Relu", ["x"])));
        Assert.Equal([Done + " (2 times)"], done);
        Assert.Equal(2, model.Graph.Nodes.Count(static node => node.OpType == "SpaceToDepth"));
    }

    [SkippableTheory]
    [InlineData(5, 8, 6)]
    [InlineData(3, 7, 6)]
    [InlineData(3, 8, 5)]
    public void More_channels_and_odd_sizes_are_left_alone(int channels, int height, int width)
    {
        var hand = new HandModel(13, ("x", [1, channels, height, width]));
        Rewritten.Not(hand.Output(Conv(hand, ["x", hand.Noise(4, channels, 3, 3)], ("pads", new long[] { 1, 1, 1, 1 }))));
    }

    [SkippableTheory]
    [InlineData("strides", 1, 1)]
    [InlineData("strides", 2, 1)]
    [InlineData("strides", 3, 3)]
    [InlineData("dilations", 2, 2)]
    [InlineData("dilations", 1, 2)]
    public void Other_strides_and_dilations_are_left_alone(string attribute, long rows, long columns)
    {
        var hand = new HandModel(13, ("x", [1, 2, 8, 10]));
        (string, object)[] attributes = attribute == "strides" ? [] : [("strides", new long[] { 2, 2 })];
        Rewritten.Not(hand.Output(hand.Add("Conv", ["x", hand.Noise(4, 2, 3, 3)], [.. attributes, (attribute, new[] { rows, columns })])));
    }

    [SkippableTheory]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    [InlineData("VALID")]
    public void Padding_that_the_runtime_chooses_is_left_to_it(string padding)
    {
        var hand = new HandModel(13, ("x", [1, 2, 8, 10]));
        Rewritten.Not(hand.Output(Conv(hand, ["x", hand.Noise(4, 2, 3, 3)], ("auto_pad", padding))));
    }

    [SkippableFact]
    public void Groups_and_computed_weights_are_left_alone()
    {
        var grouped = new HandModel(13, ("x", [1, 2, 8, 10]));
        Rewritten.Not(grouped.Output(Conv(grouped, ["x", grouped.Noise(4, 1, 3, 3)], ("group", 2))));
        var computed = new HandModel(13, ("x", [1, 2, 8, 10]), ("w", [4, 2, 3, 3]));
        Rewritten.Not(computed.Output(Conv(computed, ["x", "w"])));
    }

    private static string Conv(HandModel hand, string[] inputs, params (string, object)[] attributes) =>
        hand.Add("Conv", inputs, [("strides", new long[] { 2, 2 }), .. attributes]);
}
