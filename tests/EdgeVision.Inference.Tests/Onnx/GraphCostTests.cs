using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>
/// Truth: ONNX's own shape inference (the onnx package, 1.12) with a naive loop over Conv; for YOLOX-nano also the published
/// 1.08 GFLOPs at 416 (its authors count batch normalisation and biases too).
/// </summary>
public class GraphCostTests
{
    [SkippableTheory]
    [InlineData("yolox-nano", 522_553_408)]
    [InlineData("fastestdet", 121_491_744)]
    [InlineData("yunet-s", 86_056_000)]
    [InlineData("street-s", 502_612_992)]
    public void Float_models_have_the_multiply_accumulates_of_the_naive_count(string name, long macs)
    {
        var cost = GraphCosts.Of(Ort.Need(), RealModels.Need(name));
        Assert.Equal(macs, cost.Macs);
        Assert.Equal(0, cost.IntegerMacs);
        Assert.Empty(cost.Uncounted);
    }

    [SkippableFact]
    public void Yolox_nano_has_the_published_operations() =>
        Assert.InRange(2e-9 * GraphCosts.Of(Ort.Need(), RealModels.Need("yolox-nano")).Macs, 1.08 * 0.95, 1.08 * 1.05);

    [SkippableFact]
    public void A_quantized_model_is_counted_as_integers()
    {
        var cost = GraphCosts.Of(Ort.Need(), RealModels.Need("street-s-int8"));
        var whole = GraphCosts.Of(Ort.Need(), RealModels.Need("street-s"));

        // Its first layer works on blocks of pixels and multiplies some by zero.
        Assert.InRange(cost.Macs, whole.Macs, 1.03 * whole.Macs);
        Assert.True(cost.IntegerMacs > 0.95 * cost.Macs, $"{cost.IntegerMacs} of {cost.Macs}");
        Assert.Empty(cost.Uncounted);

        // Weights of a byte each, and activations of a byte each: about a quarter of the float model's.
        Assert.InRange((double)cost.Bytes / whole.Bytes, 0.15, 0.5);
        Assert.InRange((double)cost.WeightBytes / whole.WeightBytes, 0.2, 0.4);
    }

    [SkippableFact]
    public void An_open_input_takes_the_manifests_size()
    {
        var model = RealModels.Need("yunet-n");
        var small = GraphCosts.Of(Ort.Need(), model.Bytes, [1, 3, 160, 160]);
        var large = GraphCosts.Of(Ort.Need(), model.Bytes, [1, 3, 320, 320]);
        Assert.True(small.Macs > 0);
        Assert.Equal(4 * small.Macs, large.Macs);
    }

    [Theory]
    [InlineData("Conv", new[] { 2, 8, 5, 5 }, new[] { 6, 4, 3, 3 }, new[] { 2, 6, 3, 3 }, 2 * 6 * 3 * 3 * 4 * 9)]
    [InlineData("ConvTranspose", new[] { 1, 8, 5, 5 }, new[] { 8, 2, 2, 2 }, new[] { 1, 4, 10, 10 }, 8 * 25 * 2 * 4)]
    [InlineData("MatMul", new[] { 3, 4, 7 }, new[] { 7, 5 }, new[] { 3, 4, 5 }, 3 * 4 * 5 * 7)]
    [InlineData("Gemm", new[] { 4, 7 }, new[] { 7, 5 }, new[] { 4, 5 }, 4 * 5 * 7)]
    [InlineData("Relu", new[] { 4, 7 }, new[] { 1 }, new[] { 4, 7 }, 0)]
    public void Each_operator_is_counted_by_its_definition(string operation, int[] input, int[] weights, int[] output, long macs)
    {
        var cost = GraphCosts.Of(Graph(operation, input, weights, output));
        Assert.Equal(macs, cost.Macs);
        Assert.Equal(4 * (input.Aggregate(1, Times) + weights.Aggregate(1, Times) + output.Aggregate(1, Times)), cost.Bytes);
        Assert.Equal(4 * weights.Aggregate(1, Times), cost.WeightBytes);
        Assert.Empty(cost.Uncounted);
    }

    [Fact]
    public void An_unknown_operator_is_told_and_a_view_moves_nothing()
    {
        Assert.Equal(1, GraphCosts.Of(Graph("LSTM", [4, 7], [7], [4, 7])).Uncounted["LSTM"]);
        Assert.Equal(0, GraphCosts.Of(Graph("Reshape", [4, 7], [2], [28])).Bytes);
    }

    private static int Times(int one, int other) => one * other;

    private static OnnxGraph Graph(string operation, int[] input, int[] weights, int[] output)
    {
        var graph = new OnnxGraph();
        graph.Inputs.Add(Value("x", input));
        graph.Outputs.Add(Value("y", output));
        graph.Initializers.Add(new OnnxTensor { Name = "w", Type = OnnxDataType.Float32, Dimensions = [.. weights.Select(size => (long)size)] });
        graph.Nodes.Add(new OnnxNode { OpType = operation, Inputs = ["x", "w"], Outputs = ["y"] });
        return graph;
    }

    private static OnnxValueInfo Value(string name, int[] shape) => new()
    {
        Name = name,
        Type = new OnnxType { Kind = OnnxTypeKind.Tensor, ElementType = OnnxDataType.Float32, Shape = [.. shape.Select(size => new OnnxDimension(size))] },
    };
}
