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
    public void Shifts_are_those_of_the_channels_means()
    {
        var model = Model();
        var quantized = FakeQuantized.Of(model, 8);
        var shifts = new BiasCorrection(Ort.Need(), new TapOptions { LimitBytes = 20_000 }).Measure(model, Input, Seen(quantized), Set);
        var naive = NaiveShifts(model, quantized);
        Assert.Equal(["a", "b", "c"], shifts.Keys.Order());
        foreach (var (name, shift) in shifts)
        {
            Assert.All(shift.Means.Zip(naive[name]), static pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        }
    }

    [SkippableFact]
    public void One_layer_is_corrected_exactly()
    {
        var model = Prepared.Of(new Net(3, Size).Conv("a", "x", 3, 8, bias: false).Node("Relu", "r", ["a"]).Model("r"));
        var corrections = new BiasCorrection(Ort.Need()).Find(model, Input, tried => Seen(Quantize(model, tried)), Set);
        Assert.True(NaiveShifts(model, Quantize(model, new Dictionary<string, float[]>()))["a"].Max(Math.Abs) > 0.01);
        Assert.All(NaiveShifts(model, Quantize(model, corrections))["a"], static shift => Assert.Equal(0, shift, 1e-4));
    }

    [SkippableFact]
    public void Each_round_leaves_less_in_a_deep_net()
    {
        var model = Model();
        var correction = new BiasCorrection(Ort.Need());
        var left = new List<double>();
        for (var rounds = 0; rounds <= 3; rounds++)
        {
            var corrections = rounds == 0
                ? new Dictionary<string, float[]>()
                : correction.Find(model, Input, tried => Seen(Quantize(model, tried)), Set, rounds);
            left.Add(NaiveShifts(model, Quantize(model, corrections)).Values.Sum(static shifts => shifts.Sum(static shift => shift * shift)));
        }

        Assert.True(left[1] < left[0] && left[2] <= left[1] && left[3] < left[0] / 1000, string.Join(' ', left));
    }

    [SkippableFact]
    public void Progress_counts_the_pictures_of_all_rounds()
    {
        var model = Model();
        var progress = new Reports();
        new BiasCorrection(Ort.Need()).Find(model, Input, tried => Seen(Quantize(model, tried)), Set, rounds: 2, pictures: 4, progress);
        Assert.Equal(Enumerable.Range(1, 12), progress.All);
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

    private static OnnxModel Quantize(PreparedModel model, IReadOnlyDictionary<string, float[]> corrections) =>
        FakeQuantized.Of(BiasShift.Subtract(model, corrections), 8);

    private static QuantizedConvs Seen(OnnxModel model) =>
        new(model, model.Graph.Nodes.Where(static node => node.OpType == "Conv").ToDictionary(static node => node.Name, static node => node.Outputs[0]));

    private static Dictionary<string, double[]> NaiveShifts(PreparedModel model, OnnxModel quantized)
    {
        var convs = model.Graph.Nodes.Where(static node => node.OpType == "Conv").Select(static node => node.Name).ToList();
        var sums = convs.ToDictionary(static name => name, name => new double[model.Facts[name].Shape[1]]);
        var writer = new TensorWriter(Input.Format());
        var tensor = new float[3 * Size * Size];
        foreach (var picture in Set.Read(default))
        {
            writer.Write(new Frame(picture.Format, default, picture.Pixels.Span), Input.TransformOf(picture.Format.Size, Box.Full), tensor);
            var (truth, other) = (Prepared.Values(model.Graph.Model, tensor), Prepared.Values(quantized, tensor));
            foreach (var name in convs)
            {
                for (var i = 0; i < truth[name].Length; i++)
                {
                    sums[name][i / (Size * Size)] += ((double)other[name][i] - truth[name][i]) / (Size * Size * Set.Count);
                }
            }
        }

        return sums;
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> All { get; } = [];

        public void Report(int value) => All.Add(value);
    }
}
