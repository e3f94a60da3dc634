using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>The steps meet in any order: values read twice, outputs in the middle, constants shared.</summary>
public sealed class RandomGraphTests
{
    private const int Channels = 4;

    [SkippableFact]
    public void Any_graph_computes_what_it_did_and_preparing_it_again_changes_nothing()
    {
        Ort.Need();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), static seed =>
        {
            var prepared = Prepared.Checked(Draw(new Random(seed)));
            var again = GraphPreparation.Prepare(Ort.Need(), prepared.Graph.Model, Prepared.NoShapes, default);
            Assert.Equal(Prepared.Operators(prepared), Prepared.Operators(again));
            Assert.Equal(Names(prepared), Names(again));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Names(PreparedModel model) => model.Graph.Nodes.Select(static node => node.Name);

    private static HandModel Draw(Random random)
    {
        long[] opsets = [7, 9, 10, 11, 12, 13, 17];
        var hand = new HandModel(opsets[random.Next(opsets.Length)], ("x", [1, Channels, 5, 6]));
        var values = new List<string> { "x" };
        var weights = hand.Noise(Channels, Channels, 3, 3);
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            values.Add(DrawNode(hand, random, weights, values[^random.Next(1, Math.Min(3, values.Count) + 1)], values[random.Next(values.Count)]));
        }

        return hand.Output([.. values.Skip(1).Where((_, place) => place == values.Count - 2 || random.Next(5) == 0)]);
    }

    private static string DrawNode(HandModel hand, Random random, string weights, string value, string other) => random.Next(10) switch
    {
        0 or 1 => hand.Add("Conv", [value, weights, hand.Noise(Channels)], ("pads", new long[] { 1, 1, 1, 1 })),
        2 => hand.Add("Conv", [value, hand.Noise(Channels, 1, 1, 1)], ("group", Channels)),
        3 or 4 => hand.Add(
            "BatchNormalization", [value, hand.Noise(Channels), hand.Noise(Channels), hand.Noise(Channels), hand.Positive(Channels)]),
        5 => hand.Add("Mul", [hand.Noise(Channels, 1, 1), value]),
        6 => hand.Add("Add", [value, other]),
        7 => hand.Add("Identity", [value]),
        8 => hand.Add("Sub", [value, hand.Noise(1, Channels, 1, 1)]),
        _ => hand.Add("Tanh", [value]),
    };
}
