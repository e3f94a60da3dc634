using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Qdq;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Models that take the pixels' bytes.</summary>
public class BytesInputTests
{
    [SkippableFact]
    public void The_first_convolution_reads_the_bytes_as_they_come()
    {
        var (seen, input) = Focus();

        var model = seen.Write();

        Assert.Equal(0, model.Count("Cast"));
        foreach (var value in new[] { "x", "left_quantized", "right_quantized", "cat_quantized" })
        {
            Assert.Equal((1f, 0), QuantizedRun.Parameters(model, value));
        }
        var fused = Execution.Fused(model);
        Assert.False(fused.ContainsKey("QuantizeLinear"));
        Assert.Equal((1, 1), (fused["QLinearConv"], fused["DequantizeLinear"]));
        AssertNear(seen, model, input);
    }

    [SkippableFact]
    public void Signed_bytes_are_made_of_them_without_loss()
    {
        var (seen, input) = Focus();

        var model = seen.Write(new QdqOptions { Activations = ActivationType.S8 });

        Assert.Equal((1f, -128), QuantizedRun.Parameters(model, "floats_quantized"));
        AssertNear(seen, model, input);
    }

    [SkippableFact]
    public void A_float_reader_of_the_bytes_still_gets_floats()
    {
        var (seen, input) = Focus();

        var model = seen.Write(null, "left");

        Assert.Equal("DequantizeLinear", model.Maker(model.Named("left").Inputs[0]).OpType);
        AssertNear(seen, model, input);
    }

    private static void AssertNear(Observation seen, OnnxModel model, float[] input)
    {
        var step = QuantizedRun.Parameters(model, "y_quantized").Scale;
        Assert.All(
            Execution.Run(model, input)["y"].Numbers.Zip(seen.Values["y"].Numbers),
            pair => Assert.Equal(pair.First, pair.Second, 2 * step));
    }

    private static (Observation Seen, float[] Input) Focus()
    {
        var graph = new GraphBuilder();
        var floats = graph.Node("Cast", "floats", [graph.Input("x", OnnxDataType.UInt8, 1, 2, 4, 8)], Int("to", (long)OnnxDataType.Float32));
        var halves = graph.Integers("axis", 3);
        var left = graph.Node("Slice", "left", [floats, graph.Integers("0", 0), graph.Integers("4", 4), halves]);
        var right = graph.Node("Slice", "right", [floats, "4", graph.Integers("8", 8), halves]);
        graph.Output(graph.Conv("y", graph.Node("Concat", "cat", [left, right], Int("axis", 1)), 3, 4, 3));
        var input = Array.ConvertAll(graph.Random(64, 127), static value => MathF.Round(value + 127));
        return (Execution.Observe(graph.Model, input), input);
    }
}
