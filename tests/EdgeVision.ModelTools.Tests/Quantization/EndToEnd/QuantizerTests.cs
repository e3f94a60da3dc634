using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Tests.Quantization.Accuracy;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>From a float model and pictures to a model that runs, with a report that adds up.</summary>
public sealed class QuantizerTests
{
    private static readonly QuantizationOptions Short = new() { MaxTrials = 3, Ranges = new RangeChoice(CalibratorKind.Percentile, 99.99) };

    /// <summary>Takes what it begins with.</summary>
    private static readonly QuantizationOptions Unsearched = Short with { MaxTrials = 1 };

    [SkippableFact]
    public async Task A_plain_conv_net_keeps_its_detections()
    {
        var result = await RunAsync(BlobDetector.Model(), BlobDetector.Pictures(12), Unsearched);
        Assert.Equal(
            ["score", "scores", "rows"], result.Report.Layers.Where(static layer => !layer.Quantized && layer.Operator != "DequantizeLinear").Select(static layer => layer.Name));
        Assert.Equal("uint8", result.Report.Settings.Input);
        Assert.True(result.Report.QuantizedBytes < result.Report.FloatBytes);
    }

    [SkippableFact]
    public async Task A_detector_of_vehicles_keeps_its_detections() =>
        await RunAsync(Asset("fastestdet"), VehiclePictures.Need(12), Short);

    [SkippableFact]
    public async Task A_detector_of_faces_keeps_its_detections() =>
        await RunAsync(Asset("yunet-s"), FacePictures.Need(24), Unsearched with { Ranges = new RangeChoice(CalibratorKind.MinMax) });

    [SkippableFact]
    public async Task Nodes_named_by_the_operator_stay_float_and_the_report_says_so()
    {
        var result = await RunAsync(BlobDetector.Model(), BlobDetector.Pictures(3), Unsearched with { FloatNodes = ["second"], Activations = ActivationType.S8 });
        Assert.False(Assert.Single(result.Report.Layers, static layer => layer.Name == "second").Quantized);
        Assert.True(Assert.Single(result.Report.Layers, static layer => layer.Name == "first").Quantized);
        Assert.Equal("s8", result.Report.Settings.Activations);
    }

    [SkippableFact]
    public async Task Pictures_in_which_nothing_is_found_do_not_pass()
    {
        var result = await RunAsync(BlobDetector.Model(), BlobDetector.Pictures(3, dark: true), Unsearched);
        Assert.False(result.Report.Verdict.Accepted);
        Assert.Contains(result.Report.Verdict.Reasons, static line => line.Contains("found nothing", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_limit_of_speed_that_cannot_be_kept_refuses()
    {
        var options = Unsearched with { Limits = Short.Limits with { MaxLatencyRatio = .001 } };
        var result = await RunAsync(BlobDetector.Model(), BlobDetector.Pictures(3), options);
        Assert.False(result.Report.Verdict.Accepted);
        Assert.Contains("more than the 0.001 allowed", result.Report.Verdict.Reasons[^1], StringComparison.Ordinal);
    }

    private static async Task<QuantizationResult> RunAsync(VerifiedModel model, CalibrationSet set, QuantizationOptions options)
    {
        var steps = new Steps();
        var result = await new Quantizer(Ort.Need(), TimeProvider.System).RunAsync(model, set, null, options, steps, default);
        steps.Hold();
        ReportChecks.Hold(result, model, set, options);
        Assert.True(result.Report.Accuracy[^1].After >= .85, string.Join('\n', result.Report.Verdict.Reasons));

        Assert.Null(OnnxReader.Check(result.Model.Bytes));
        using var detector = new DetectorFactory(Ort.Need(), TimeProvider.System).Open(result.Model, new DetectorOptions { Slots = 1 });
        var picture = set.ReadAt(0);
        await new OneFrame(detector).DetectAsync(picture.Format, picture.Pixels.ToArray());
        return result;
    }

    private static VerifiedModel Asset(string name)
    {
        var manifest = Prepared.Manifest(name);
        return ModelVerification.Read(manifest, TestAssets.Need("models", manifest.File));
    }
}
