using System.Globalization;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Quantization.Rewrites;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Benchmarks;

/// <summary>How much 8 bits can give on this machine: the plain network in float and quantized as a whole, in turns, one thread.</summary>
internal static class QuantizationBenchmark
{
    private const int Pictures = 8;
    private const int Turns = 150;

    internal static void Run(bool json)
    {
        var library = OrtLibrary.Load();
        var original = ReluNet.Create();
        var quantized = Quantize(library, original);
        var none = new Dictionary<string, long[]>();
        using var before = new TimedModel(library, TimeProvider.System, OnnxWriter.Write(original), none, 1);
        using var after = new TimedModel(library, TimeProvider.System, OnnxWriter.Write(quantized), none, 1);
        var latency = LatencyComparison.Measure(before, after, 0.002, Turns, CancellationToken.None);
        var speedup = 1 / latency.Ratio;
        Console.WriteLine(json
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"float_ms\":{latency.BaselineMs:F3},\"int8_ms\":{latency.CandidateMs:F3},\"speedup\":{speedup:F3}}}")
            : string.Create(CultureInfo.InvariantCulture, $"plain ReLU net: float {latency.BaselineMs:F2} ms, int8 {latency.CandidateMs:F2} ms, {speedup:F2} times as fast"));
    }

    private static OnnxModel Quantize(OrtLibrary library, OnnxModel original)
    {
        var input = new ModelInput
        {
            Name = ReluNet.Input, Size = new PictureSize(ReluNet.Size, ReluNet.Size), Color = ChannelOrder.Bgr, Resize = ResizeMode.Stretch, Std = [255],
        };
        var prepared = GraphPreparation.Prepare(library, original, new Dictionary<string, long[]>(), CancellationToken.None);
        var (rewritten, _) = IntegerRewrites.Apply(library, prepared, CancellationToken.None);
        var pixels = UInt8Input.Apply(rewritten, input);
        var values = pixels.Facts.Where(static fact => fact.Value.Type == OnnxDataType.Float32).Select(static fact => fact.Key);
        var ranges = new CalibrationRun(library).Run(
            pixels, input with { Type = TensorElement.UInt8, Std = [1] }, Noise(), Calibrators.Of(CalibratorKind.MinMax), values);
        return QdqWriter.Write(pixels, new QdqPlan(ranges, new HashSet<string>()), new QdqOptions());
    }

    private static CalibrationSet Noise() => new("noise", Pictures, static index =>
    {
        var format = new FrameFormat(new PictureSize(ReluNet.Size, ReluNet.Size), PixelLayout.Rgb24);
        var pixels = new byte[format.ByteCount];
        new Random(index).NextBytes(pixels);
        return new CalibrationFrame(format, pixels);
    });
}
