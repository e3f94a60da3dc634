using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Equalization;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Equalization;

/// <summary>After correction the means of a convolution's channels are where the float model has them.</summary>
public sealed class BiasCorrectionTests
{
    private const int Size = 16;
    private static readonly ModelInput Input = Draw.Input(Size);
    private static readonly CalibrationSet Set = Draw.Pictures(6, 20, 20);

    [SkippableFact]
    public void A_shift_is_what_the_layer_itself_adds_to_what_the_float_model_feeds_it()
    {
        var model = Model();
        var shifts = new BiasCorrection(Ort.Need(), new TapOptions { LimitBytes = 30_000 }).Measure(model, Input, HandQdq.Of(model), Set);
        Assert.Equal(["a", "b", "c"], shifts.Keys.Order());
        foreach (var (name, means) in NaiveShifts(model))
        {
            Assert.All(shifts[name].Zip(means), static pair => Assert.Equal(pair.Second, pair.First, 1e-4));
            Assert.True(means.Max(Math.Abs) > 0.003, $"{name} hardly shifts");
        }
    }

    [SkippableFact]
    public void Corrected_means_are_near_those_of_the_float_model_in_every_layer()
    {
        var model = Model();
        var corrections = new BiasCorrection(Ort.Need()).Measure(model, Input, HandQdq.Of(model), Set);
        var before = MeanShifts(model, HandQdq.Of(model));
        var after = MeanShifts(model, HandQdq.Of(BiasShift.Subtract(model, corrections)));
        foreach (var name in before.Keys)
        {
            // Behind the first layer the other model's values differ by more than their means.
            var least = name == "a" ? 1000 : 3;
            Assert.True(Energy(after[name]) < Energy(before[name]) / least, $"{name}: {Energy(before[name])} became {Energy(after[name])}");
        }

        static double Energy(double[] shifts) => shifts.Sum(static shift => shift * shift);
    }

    [SkippableFact]
    public void Convolutions_that_stayed_float_have_no_correction()
    {
        var model = Model();
        var quantized = HandQdq.Of(model);
        var conv = quantized.Graph.Nodes.Single(static node => node.Name == "b");
        conv.Inputs = ["r1", .. conv.Inputs.Skip(1)];
        var progress = new Reports();
        var shifts = new BiasCorrection(Ort.Need()).Measure(model, Input, quantized, Set, pictures: 2, progress);
        Assert.Equal(["a", "c"], shifts.Keys.Order());
        Assert.Equal([1, 2], progress.All);
    }

    [SkippableFact]
    public void Subtracting_gives_a_bias_to_a_convolution_without_one_and_leaves_shared_ones()
    {
        var net = new Net(3, 8).Conv("a", "x", 3, 2, bias: false).Conv("b", "x", 3, 2).Node("Conv", "c", ["x", "a_w", "b_b"], Net.Ints("pads", 1, 4));
        var model = Prepared.Of(net.Model("a", "b", "c"));
        var shifted = BiasShift.Subtract(model, new Dictionary<string, float[]> { ["a"] = [1, 2], ["b"] = [3, 4] });
        var input = new float[3 * 8 * 8];
        var (before, after) = (Prepared.Values(model.Graph.Model, input), Prepared.Values(shifted.Graph.Model, input));
        Assert.Equal([-1, -2], [after["a"][0], after["a"][^1]]);
        Assert.Equal(before["b"][0] - 3, after["b"][0], 1e-6);
        Assert.Equal(before["b"][^1] - 4, after["b"][^1], 1e-6);
        Assert.Equal(before["c"], after["c"]);
        Assert.Throws<ArgumentException>(() => BiasShift.Subtract(model, new Dictionary<string, float[]> { ["d"] = [1] }));
        Assert.Throws<ArgumentException>(() => BiasShift.Subtract(model, new Dictionary<string, float[]> { ["b"] = [1] }));
    }

    private static PreparedModel Model() => Prepared.Of(new Net(3, Size)
        .Conv("a", "x", 3, 8).Node("Relu", "r1", ["a"])
        .Conv("b", "r1", 8, 8, groups: 8).Node("Relu", "r2", ["b"])
        .Conv("c", "r2", 8, 4).Model("c"));

    /// <summary>Each convolution alone, on the float model's value rounded here and weights rounded here.</summary>
    private static Dictionary<string, double[]> NaiveShifts(PreparedModel model) => Means(model, (tensor, truth) =>
    {
        var other = new Dictionary<string, float[]>();
        foreach (var conv in Convs(model))
        {
            var read = conv.Inputs[0] == "x" ? tensor : truth[conv.Inputs[0]];
            var rounded = Array.ConvertAll(read, static value =>
                (Math.Clamp(MathF.Round(value / HandQdq.Step) + HandQdq.ZeroPoint, 0, 255) - HandQdq.ZeroPoint) * HandQdq.Step);
            var weights = model.Graph.Constant(conv.Inputs[1])!;
            var alone = new Net((int)model.Facts[conv.Inputs[0]].Shape[1], Size)
                .Constant("w", HandQdq.Weights(HandQdq.Values(weights)), [.. weights.Dimensions])
                .Constant("bias", HandQdq.Values(model.Graph.Constant(conv.Inputs[2])!), weights.Dimensions[0])
                .Node("Conv", conv.Name, ["x", "w", "bias"], [.. conv.Attributes]);
            other[conv.Name] = Prepared.Values(alone.Model(conv.Name), rounded)[conv.Name];
        }

        return other;
    });

    /// <summary>The whole models against each other.</summary>
    private static Dictionary<string, double[]> MeanShifts(PreparedModel model, OnnxModel quantized) =>
        Means(model, (tensor, _) => Prepared.Values(quantized, tensor));

    private static Dictionary<string, double[]> Means(PreparedModel model, Func<float[], Dictionary<string, float[]>, Dictionary<string, float[]>> other)
    {
        var sums = Convs(model).ToDictionary(static conv => conv.Name, conv => new double[model.Facts[conv.Name].Shape[1]]);
        var writer = new TensorWriter(Input.Format());
        var tensor = new float[3 * Size * Size];
        foreach (var picture in Set.Read(default))
        {
            writer.Write(new Frame(picture.Format, default, picture.Pixels.Span), Input.TransformOf(picture.Format.Size, Box.Full), tensor);
            var truth = Prepared.Values(model.Graph.Model, tensor);
            var values = other(tensor, truth);
            foreach (var (name, sum) in sums)
            {
                for (var i = 0; i < truth[name].Length; i++)
                {
                    sum[i / (Size * Size)] += ((double)values[name][i] - truth[name][i]) / (Size * Size * Set.Count);
                }
            }
        }

        return sums;
    }

    private static IEnumerable<OnnxNode> Convs(PreparedModel model) => model.Graph.Nodes.Where(static node => node.OpType == "Conv");

    private sealed class Reports : IProgress<int>
    {
        public List<int> All { get; } = [];

        public void Report(int value) => All.Add(value);
    }
}
