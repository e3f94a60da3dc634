using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Qdq;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Weights and biases as integers.</summary>
public class WeightTests
{
    private static readonly float[] Weights = [.1f, -.2f, 8, -4, 0, 0];

    [SkippableTheory]
    [InlineData(false, new[] { 64, -127, 127, -64, 0, 0 })]
    [InlineData(true, new[] { 32, -64, 64, -32, 0, 0 })]
    public void Each_output_channel_has_its_greatest_weight_at_the_end_of_the_scale(bool reduceRange, int[] expected)
    {
        var model = Write(new QdqOptions { ReduceRange = reduceRange }, [1, -2, 3]);

        Assert.Equal(expected, Bytes(model, "w_quantized"));
        var greatest = reduceRange ? 64 : 127;
        Assert.Equal([.2f / greatest, 8f / greatest], Floats(model, "w_scale")[..2]);
        Assert.All(Floats(model, "w_scale"), scale => Assert.True(scale > 0));
        var node = model.Maker("w_dequantized");
        Assert.Equal(0, Assert.Single(node.Attributes, static attribute => attribute.Name == "axis").Integer);
        Assert.Equal([0, 0, 0], Bytes(model, "w_zero_point"));
    }

    [SkippableFact]
    public void One_scale_for_all_is_a_scalar()
    {
        var model = Write(new QdqOptions { PerChannel = false }, [1, -2, 3]);

        Assert.Equal([2, -3, 127, -64, 0, 0], Bytes(model, "w_quantized"));
        Assert.Empty(QuantizedRun.Constant(model, "w_scale").Dimensions);
        Assert.Empty(model.Maker("w_dequantized").Attributes);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Biases_are_in_steps_of_input_scale_times_weight_scale(bool perChannel)
    {
        var model = Write(new QdqOptions { PerChannel = perChannel }, [1, -2, 3]);

        var input = QuantizedRun.Parameters(model, "x_quantized").Scale;
        var weights = Floats(model, "w_scale");
        var scales = Floats(model, "b_scale");
        Assert.Equal(Array.ConvertAll(weights, scale => scale * input), scales);
        var bias = QuantizedRun.Constant(model, "b_quantized");
        Assert.Equal(OnnxDataType.Int32, bias.Type);
        var steps = MemoryMarshal.Cast<byte, int>(bias.ToRaw().Span).ToArray();
        Assert.All(steps.Zip([1f, -2, 3]), (one, channel) =>
            Assert.Equal(one.Second, one.First * (double)scales[channel % scales.Length], .51 * scales.Max()));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bias_too_great_for_its_steps_makes_them_greater(bool perChannel)
    {
        var model = Write(new QdqOptions { PerChannel = perChannel }, [1e9f, -2, 3]);

        var step = MemoryMarshal.Cast<byte, int>(QuantizedRun.Constant(model, "b_quantized").ToRaw().Span)[0];
        Assert.Equal(1 << 30, step, 100d);
        Assert.Equal(1e9, step * (double)Floats(model, "b_scale")[0], 100d);
    }

    [SkippableTheory]
    [InlineData("MatMul", 0, 1)]
    [InlineData("Gemm", 0, 1)]
    [InlineData("Gemm", 1, 0)]
    public void Matrices_have_a_scale_for_each_column_of_the_product(string operation, int transposed, int axis)
    {
        var graph = new GraphBuilder();
        var weights = transposed == 0 ? graph.Weights("w", 3, 5) : graph.Weights("w", 5, 3);
        graph.Output(graph.Node(
            operation, "y", [graph.Input("x", 2, 3), weights], operation == "Gemm" ? [Int("transB", transposed)] : []));
        var model = Execution.Observe(graph.Model, graph.Random(6, 1)).Write();

        Assert.Equal([5L], QuantizedRun.Constant(model, "w_scale").Dimensions);
        Assert.Equal(axis, Assert.Single(model.Maker("w_dequantized").Attributes).Integer);
    }

    [SkippableFact]
    public void Weights_that_two_nodes_share_are_written_for_each()
    {
        var graph = Networks.Conv();
        graph.Node("Conv", "again", ["conv", "conv.w"]);
        var model = Execution.Observe(graph.Output("again").Model, graph.Random(32, 1)).Write();

        Assert.NotEqual(model.Named("conv").Inputs[1], model.Named("again").Inputs[1]);
        Assert.DoesNotContain(model.Graph.Initializers, static constant => constant.Name == "conv.w");
    }

    [SkippableTheory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_are_not_finite_are_refused_with_the_nodes_name(float wrong)
    {
        var graph = Graph([.1f, wrong, 8, -4, 0, 0], [1, -2, 3]);
        var seen = Execution.Observe(Graph(Weights, [1, -2, 3]).Model, graph.Random(32, 1));

        var model = new EdgeVision.ModelTools.Quantization.Graphs.PreparedModel(new(graph.Model), seen.Model.Facts);
        var refused = Assert.Throws<QuantizationRefusedException>(
            () => QdqWriter.Write(model, new QdqPlan(seen.Ranges, new HashSet<string>()), new QdqOptions()));

        Assert.Equal("Conv 'y'", refused.Node);
    }

    private static OnnxModel Write(QdqOptions options, float[] bias)
    {
        var graph = Graph(Weights, bias);
        return Execution.Observe(graph.Model, graph.Random(32, 1)).Write(options);
    }

    private static GraphBuilder Graph(float[] weights, float[] bias)
    {
        var graph = new GraphBuilder();
        return graph.Output(graph.Node(
            "Conv", "y", [graph.Input("x", 1, 2, 4, 4), graph.Constant("w", weights, 3, 2, 1, 1), graph.Constant("b", bias, 3)]));
    }

    private static int[] Bytes(OnnxModel model, string name) =>
        [.. MemoryMarshal.Cast<byte, sbyte>(QuantizedRun.Constant(model, name).ToRaw().Span).ToArray().Select(static value => (int)value)];

    private static float[] Floats(OnnxModel model, string name) =>
        MemoryMarshal.Cast<byte, float>(QuantizedRun.Constant(model, name).ToRaw().Span).ToArray();
}
