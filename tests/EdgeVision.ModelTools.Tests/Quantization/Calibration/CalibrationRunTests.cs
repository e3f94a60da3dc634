using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>Calibration sees every picture once and what the detector would see of it.</summary>
public sealed class CalibrationRunTests
{
    [SkippableFact]
    public void Ranges_are_those_of_all_pictures_run_one_by_one()
    {
        var model = Model();
        var input = Draw.Input(16);
        var set = Draw.Pictures(5, 24, 20);
        var progress = new Progress();
        var ranges = new CalibrationRun(Ort.Need(), new TapOptions { LimitBytes = 3000 })
            .Run(model, input, set, new MinMaxCalibrator(), ["x", "c1", "r1", "c2"], progress);

        var seen = new Dictionary<string, List<float>> { ["x"] = [], ["c1"] = [], ["r1"] = [], ["c2"] = [] };
        var writer = new TensorWriter(input.Format());
        var tensor = new float[3 * 16 * 16];
        foreach (var picture in set.Read(default))
        {
            writer.Write(new Frame(picture.Format, default, picture.Pixels.Span), input.TransformOf(picture.Format.Size, Box.Full), tensor);
            var values = Prepared.Values(model.Graph.Model, tensor);
            values["x"] = tensor;
            foreach (var (name, all) in seen)
            {
                all.AddRange(values[name]);
            }
        }

        foreach (var (name, all) in seen)
        {
            Assert.Equal(Math.Min(0, all.Min()), ranges[name].Min, 1e-5);
            Assert.Equal(Math.Max(0, all.Max()), ranges[name].Max, 1e-5);
        }

        Assert.Equal([1, 2, 3, 4, 5], progress.Reports);
    }

    [SkippableFact]
    public void A_tensor_with_values_that_are_no_numbers_has_no_range()
    {
        var net = new Net(3, 8).Conv("c", "x", 3, 4).Node("Log", "l", ["c"]);
        var model = Prepared.Of(net.Model("l"));
        var ranges = new CalibrationRun(Ort.Need()).Run(
            model, Draw.Input(8), Draw.Pictures(1, 8, 8), new MinMaxCalibrator(), ["c", "l"]);
        Assert.Equal(["c"], ranges.Keys);
    }

    [SkippableFact]
    public void Without_pictures_it_says_so()
    {
        var refusal = Assert.Throws<QuantizationRefusedException>(() => new CalibrationRun(Ort.Need()).Run(
            Model(), Draw.Input(16), Draw.Pictures(0, 8, 8), new MinMaxCalibrator(), ["c1"]));
        Assert.Contains("noise", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void It_stops_when_asked_to()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Progress(cancel);
        Assert.Throws<OperationCanceledException>(() => new CalibrationRun(Ort.Need()).Run(
            Model(), Draw.Input(16), Draw.Pictures(5, 8, 8), new MinMaxCalibrator(), ["c1"], progress, cancel.Token));
        Assert.Equal([1], progress.Reports);
    }

    private static PreparedModel Model() =>
        Prepared.Of(new Net(3, 16).Conv("c1", "x", 3, 8).Node("Relu", "r1", ["c1"]).Conv("c2", "r1", 8, 4).Model("c2"));

    private sealed class Progress(CancellationTokenSource? stop = null) : IProgress<int>
    {
        public List<int> Reports { get; } = [];

        public void Report(int value)
        {
            Reports.Add(value);
            stop?.Cancel();
        }
    }
}
