using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>Noise is what the formula gives on the values of both models.</summary>
public sealed class QuantizationNoiseTests
{
    [SkippableFact]
    public void Decibels_are_those_of_the_sums_over_all_pictures()
    {
        var model = Prepared.Of(new Net(3, 16).Conv("a", "x", 3, 8).Node("Relu", "r", ["a"]).Conv("b", "r", 8, 4).Model("b"));
        var quantized = WithStepAfterRelu(model, 0.05f);
        var (input, set) = (Draw.Input(16), Draw.Pictures(4, 20, 20));
        var names = QuantizationNoise.SameNames(model, quantized);
        var noise = new QuantizationNoise(Ort.Need(), new TapOptions { LimitBytes = 20_000 }).Measure(model, input, quantized, null, names, set, pictures: 3);

        Assert.Equal(["a", "b", "r"], names.Keys.Order());
        Assert.Equal(double.PositiveInfinity, noise["a"]);
        var (signal, difference) = (0.0, 0.0);
        var writer = new TensorWriter(input.Format());
        var tensor = new float[3 * 16 * 16];
        foreach (var picture in set.Read(default).Take(3))
        {
            writer.Write(new Frame(picture.Format, default, picture.Pixels.Span), input.TransformOf(picture.Format.Size, Box.Full), tensor);
            var (truth, other) = (Prepared.Values(model.Graph.Model, tensor)["b"], Prepared.Values(quantized, tensor)["b"]);
            signal += truth.Sum(static value => (double)value * value);
            difference += truth.Zip(other, static (value, one) => ((double)value - one) * ((double)value - one)).Sum();
        }

        Assert.Equal(10 * Math.Log10(signal / difference), noise["b"], 0.05);
        Assert.InRange(noise["b"], 10, 60);
    }

    /// <summary>QuantizeLinear and DequantizeLinear between the ReLU and its reader; all names stay.</summary>
    private static OnnxModel WithStepAfterRelu(PreparedModel model, float step)
    {
        var graph = model.Copy();
        graph.SetConstant(new OnnxTensor { Name = "scale", Type = OnnxDataType.Float32, Data = BitConverter.GetBytes(step) });
        graph.SetConstant(new OnnxTensor { Name = "zero", Type = OnnxDataType.UInt8, Data = new byte[1] });
        graph.RedirectReaders("r", "r_back");
        var relu = graph.Producer("r")!;
        var quantize = new OnnxNode { OpType = "QuantizeLinear", Name = "q", Inputs = ["r", "scale", "zero"], Outputs = ["r_codes"] };
        graph.InsertAfter(relu, quantize);
        graph.InsertAfter(quantize, new OnnxNode { OpType = "DequantizeLinear", Name = "d", Inputs = ["r_codes", "scale", "zero"], Outputs = ["r_back"] });
        return graph.Model;
    }
}
