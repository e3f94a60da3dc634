using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Equalization;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Tests.Quantization.Equalization;

/// <summary>Equalizing evens the weights out and leaves the function as it is.</summary>
public sealed class CrossLayerEqualizationTests
{
    private static readonly float[] Uneven = [4, .3f, 1, 2, .5f, 8, .25f, 1];

    [SkippableFact]
    public void A_depthwise_triple_gets_one_range_for_each_channel_in_all_three()
    {
        var model = Prepared.Of(new Net(3, 12)
            .Conv("expand", "x", 3, 8, kernel: 1, factors: Uneven).Node("Relu", "r1", ["expand"])
            .Conv("depthwise", "r1", 8, 8, groups: 8).Node("LeakyRelu", "r2", ["depthwise"], Net.Number("alpha", .1f))
            .Conv("project", "r2", 8, 4, kernel: 1).Model("project"));
        var equalized = CrossLayerEqualization.Apply(model, largestFactor: 1000);

        Assert.Equal([("expand", "depthwise"), ("depthwise", "project")], equalized.Pairs.Select(static pair => (pair.First, pair.Second)));
        AssertSame(model, equalized.Model, 1e-4f);
        var (expand, depthwise, project) = (Made(equalized.Model, "expand_w"), Made(equalized.Model, "depthwise_w"), Read(equalized.Model, "project_w"));
        for (var channel = 0; channel < 8; channel++)
        {
            Assert.InRange(depthwise[channel] / expand[channel], .97, 1.03);
            Assert.InRange(project[channel] / depthwise[channel], .97, 1.03);
        }

        Assert.True(equalized.Pairs.Sum(static pair => pair.After) > 1.1 * equalized.Pairs.Sum(static pair => pair.Before), string.Join('\n', equalized.Pairs));
    }

    [SkippableFact]
    public void Groups_slopes_and_pools_are_passed_through()
    {
        var model = Prepared.Of(new Net(3, 12)
            .Conv("a", "x", 3, 8, factors: Uneven).Constant("slope", [.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f], 8, 1, 1)
            .Node("PRelu", "p", ["a", "slope"]).Node("MaxPool", "m", ["p"], Net.Ints("kernel_shape", 2, 2), Net.Ints("strides", 2, 2))
            .Conv("b", "m", 8, 6, groups: 2, bias: false).Model("b"));
        var equalized = CrossLayerEqualization.Apply(model);
        var pair = Assert.Single(equalized.Pairs);
        Assert.True(pair.After > pair.Before * 1.3, $"{pair}");
        AssertSame(model, equalized.Model, 1e-4f);
    }

    [SkippableTheory]
    [InlineData("silu")]
    [InlineData("relu6")]
    [InlineData("branch")]
    [InlineData("output")]
    [InlineData("shared")]
    public void What_a_factor_does_not_pass_is_left_alone(string obstacle)
    {
        var net = new Net(3, 12).Conv("a", "x", 3, 8, factors: Uneven);
        _ = obstacle switch
        {
            "silu" => net.Node("Sigmoid", "s", ["a"]).Node("Mul", "r", ["a", "s"]),
            "relu6" => net.Constant("low", [0]).Constant("high", [6]).Node("Clip", "r", ["a", "low", "high"]),
            "shared" => net.Node("Relu", "r", ["a"]).Node("Conv", "again", ["x", "a_w"], Net.Ints("pads", 1, 4)),
            _ => net.Node("Relu", "r", ["a"]),
        };
        net.Conv("b", "r", 8, 4);
        var model = Prepared.Of(obstacle switch
        {
            "branch" => net.Node("Neg", "n", ["r"]).Model("b", "n"),
            "output" => net.Model("b", "a"),
            "shared" => net.Model("b", "again"),
            _ => net.Model("b"),
        });
        var equalized = CrossLayerEqualization.Apply(model);
        Assert.Empty(equalized.Pairs);
        Assert.Equal(OnnxWriter.Write(model.Graph.Model), OnnxWriter.Write(equalized.Model.Graph.Model));
    }

    [SkippableFact]
    public void A_channel_without_weights_stays_as_it_is()
    {
        var model = Prepared.Of(new Net(3, 12)
            .Conv("a", "x", 3, 8, factors: [0, .001f, 1, 2, .5f, 8, .25f, 1]).Node("Relu", "r", ["a"]).Conv("b", "r", 8, 4).Model("b"));
        var before = Values(model, "b_w");
        var equalized = CrossLayerEqualization.Apply(model, largestFactor: 4);
        AssertSame(model, equalized.Model, 1e-4f);
        var after = Values(equalized.Model, "b_w");
        Assert.Equal(before[..9], after[..9]);
        Assert.Equal(before[9] / 4, after[9], 1e-6);
    }

    /// <summary>UltraFace has batch norms, which nothing folds here, behind most of its convolutions.</summary>
    [SkippableTheory]
    [InlineData("fastestdet", 10)]
    [InlineData("yunet-s", 10)]
    [InlineData("ultraface-rfb-320", 5)]
    public void Real_nets_compute_the_same_with_evener_weights(string name, int pairs)
    {
        var model = Prepared.Asset(name);
        var equalized = CrossLayerEqualization.Apply(model);
        Assert.True(equalized.Pairs.Count >= pairs, $"{equalized.Pairs.Count} pairs");
        Assert.True(equalized.Pairs.Average(static pair => pair.After) > 1.05 * equalized.Pairs.Average(static pair => pair.Before), string.Join('\n', equalized.Pairs));
        AssertSame(model, equalized.Model, 1e-4f);
    }

    /// <summary>Outputs agree within a part of the greatest one's size (at least 1).</summary>
    private static void AssertSame(PreparedModel model, PreparedModel other, float tolerance)
    {
        var random = new Random(9);
        var name = model.Graph.Model.Graph.Inputs.Single().Name;
        var input = Enumerable.Range(0, (int)model.Facts[name].Shape.Aggregate(1L, static (a, b) => a * b)).Select(_ => (float)random.NextDouble()).ToArray();
        var (truth, values) = (Prepared.Values(model.Graph.Model, input), Prepared.Values(other.Graph.Model, input));
        foreach (var output in model.Graph.Model.Graph.Outputs.Select(static one => one.Name))
        {
            var scale = Math.Max(1, truth[output].Max(Math.Abs));
            Assert.All(truth[output].Zip(values[output]), pair => Assert.Equal(pair.First, pair.Second, tolerance * scale));
        }
    }

    private static float[] Values(PreparedModel model, string constant) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(model.Graph.Constant(constant)!.ToRaw().Span).ToArray();

    private static float[] Made(PreparedModel model, string weights)
    {
        var values = Values(model, weights);
        return [.. values.Chunk(values.Length / 8).Select(static channel => channel.Max(Math.Abs))];
    }

    private static float[] Read(PreparedModel model, string weights) =>
        [.. Values(model, weights).Chunk(8).Aggregate((a, b) => [.. a.Zip(b, static (x, y) => Math.Max(Math.Abs(x), Math.Abs(y)))]).Select(Math.Abs)];
}
