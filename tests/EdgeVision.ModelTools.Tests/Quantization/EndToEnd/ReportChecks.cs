using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>What a report says fits what was done and itself.</summary>
internal static class ReportChecks
{
    public static void Hold(QuantizationResult result, VerifiedModel original, CalibrationSet set, QuantizationOptions options)
    {
        var (report, manifest) = (result.Report, result.Model.Manifest);
        Assert.Equal((original.Manifest.Name, original.Manifest.Sha256), (report.Model, report.ParentSha256));
        Assert.Equal((ModelPrecision.Int8, original.Manifest.Sha256), (manifest.Precision, manifest.Parent!.Sha256));
        Assert.Equal(ModelVerification.Hash(result.Model.Bytes.Span), manifest.Sha256);
        Assert.Equal(report.Verdict.Accepted ? manifest.Sha256 : null, report.Sha256);
        Assert.Equal((original.Bytes.Length, result.Model.Bytes.Length), (report.FloatBytes, report.QuantizedBytes));
        Assert.Equal((set.Description, set.Count), (report.Settings.Calibration, report.Settings.Pictures));
        Assert.Equal(report.Settings.Input == "uint8", manifest.Input.Type == Imaging.Tensors.TensorElement.UInt8);

        var searched = report.Trials.Where(static trial => !trial.What.StartsWith("ranges", StringComparison.Ordinal)).ToList();
        Assert.InRange(searched.Count, 1, options.MaxTrials);
        Assert.True(searched[0].Kept);
        Assert.All(searched, static trial => Assert.True(trial.LatencyRatio > 0));

        var latency = report.Latency;
        Assert.True(latency is { FloatMs: > 0, QuantizedMs: > 0, Ratio: > 0, Uncertainty: >= 0, Turns: > 0 });
        Assert.Equal(options.Limits.MaxLatencyRatio, latency.Limit);
        var nothing = report.Verdict.Reasons.Any(static line => line.Contains("found nothing", StringComparison.Ordinal));
        Assert.Equal(!nothing && latency.Ratio <= latency.Limit && report.Accuracy.All(static one => one.After >= one.Limit), report.Verdict.Accepted);
        HoldLayers(result);
    }

    /// <summary>As many layers in 8 bits as the file has weights in 8 bits.</summary>
    private static void HoldLayers(QuantizationResult result)
    {
        var layers = result.Report.Layers;
        Assert.Equal(layers.Count, layers.DistinctBy(static layer => layer.Name).Count());
        Assert.All(layers, static layer => Assert.Equal(layer.Quantized, layer.Reason.Length == 0));
        Assert.All(layers, static layer => Assert.True(layer.NoiseDb is null || double.IsFinite(layer.NoiseDb.Value)));
        var written = OnnxReader.Read(result.Model.Bytes).Graph;
        var bytes = written.Initializers.Where(static one => one is { Type: OnnxDataType.Int8, Dimensions.Count: 4 }).Select(static one => one.Name).ToHashSet();
        var read = written.Nodes.Count(node => node.OpType == "DequantizeLinear" && bytes.Contains(node.Inputs[0]));
        Assert.Equal(layers.Count(static layer => layer is { Operator: "Conv", Quantized: true }), read);
        Assert.True(read > 0);
    }
}
