using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.Native.OnnxRuntime;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>ONNX Runtime puts integer kernels where the pairs stand, and no pair is left inside.</summary>
public class FusionTests
{
    private static readonly Comparer<KeyValuePair<string, int>> KeyOrder =
        Comparer<KeyValuePair<string, int>>.Create(static (a, b) => string.CompareOrdinal(a.Key, b.Key));

    [SkippableFact]
    public void A_network_of_every_fused_operator_has_no_float_operator_left()
    {
        var graph = new GraphBuilder();
        var x = graph.Input("x", 1, 3, 16, 16);
        var c1 = graph.Node("Relu", "r1", [graph.Conv("c1", x, 8, 3, 3, 2)]);
        var c2 = graph.Conv("c2", c1, 8, 8, 3, 1, groups: 8);
        var silu = graph.Node("Mul", "silu", [c2, graph.Node("Sigmoid", "sigmoid", [c2])]);
        var pool = graph.Node("MaxPool", "pool", [silu], Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Ints("pads", 1, 1, 1, 1));
        var up = graph.Resize("up", pool);
        var cat = graph.Node("Concat", "cat", [up, c1], Int("axis", 1));
        var leaky = graph.Node("LeakyRelu", "leaky", [graph.Conv("c3", cat, 8, 16, 1)], Number("alpha", .1f));
        var sum = graph.Node("Add", "sum", [leaky, c1]);
        var six = graph.Node("Clip", "six", [graph.Conv("c4", sum, 8, 8, 1, bias: false), graph.Constant("0", [0]), graph.Constant("6", [6])]);
        var moved = graph.Node("Transpose", "moved", [six], Ints("perm", 0, 2, 3, 1));
        var cut = graph.Node("Slice", "cut", [moved, graph.Integers("from", 0), graph.Integers("to", 4), graph.Integers("axes", 1)]);
        var flat = graph.Node("Reshape", "flat", [cut, graph.Integers("shape", 1, -1)]);
        var gemm = graph.Node("Gemm", "gemm", [flat, graph.Weights("gemm.w", 256, 12), graph.Weights("gemm.b", 12)]);
        var average = graph.Node("GlobalAveragePool", "average", [sum]);
        var squeezed = graph.Node("Squeeze", "squeezed", [average, graph.Integers("last", 2, 3)]);
        var matrix = graph.Node("MatMul", "matrix", [squeezed, graph.Weights("matrix.w", 8, 12)]);
        graph.Output(graph.Node("Softmax", "y", [graph.Node("Add", "both", [gemm, matrix])], Int("axis", 1)));

        var fused = Execution.Fused(Execution.Observe(graph.Model, graph.Random(768, 1)).Write(out var coverage));

        Assert.Empty(coverage.LeftFloat);
        Assert.Equal(1, fused["QuantizeLinear"]);
        Assert.Equal(1, fused["DequantizeLinear"]);
        Assert.Equal(4, fused["QLinearConv"]);
        foreach (var gone in new[] { "Conv", "Relu", "Clip", "Gemm", "MatMul", "Add", "Mul", "Sigmoid", "Softmax", "Concat", "LeakyRelu" })
        {
            Assert.DoesNotContain(gone, fused.Keys);
        }
    }

    [SkippableFact]
    public void What_only_moves_is_done_with_bytes()
    {
        var graph = new GraphBuilder();
        var conv = graph.Conv("conv", graph.Input("x", 1, 4, 4, 4), 8, 4, 1);
        var halves = graph.Node("Split", "split", [conv, graph.Integers("4,4", 4, 4)], ["half1", "half2"], [Int("axis", 1)]);
        var more = graph.Node("Unsqueeze", "more", [halves[0], graph.Integers("1", 1)]);
        var turned = graph.Node("Transpose", "turned", [more], Ints("perm", 0, 2, 1, 3, 4));
        var shuffled = graph.Node("Reshape", "shuffled", [turned, graph.Integers("shape", 1, 4, 4, 4)]);
        var picked = graph.Node("Gather", "picked", [shuffled, graph.Integers("places", 3, 1, 2, 0)], Int("axis", 1));
        var cat = graph.Node("Concat", "cat", [picked, halves[1]], Int("axis", 1));
        var average = graph.Node("AveragePool", "average", [cat], Ints("kernel_shape", 2, 2));
        graph.Output(graph.Node("Flatten", "y", [average], Int("axis", 1)));

        var fused = Execution.Fused(Execution.Observe(graph.Model, graph.Random(64, 1)).Write(out var coverage));

        Assert.Empty(coverage.LeftFloat);
        Assert.Equal((1, 1), (fused["QuantizeLinear"], fused["DequantizeLinear"]));
        Assert.Equal((1, 1), (fused["QLinearConv"], fused["QLinearConcat"]));
    }

    [SkippableFact]
    public void Showing_what_the_readers_read_breaks_no_fusion()
    {
        var network = new RandomNetwork(3);
        var seen = Execution.Observe(network.Graph.Model, network.Input);
        var written = seen.Write(out var coverage);
        var before = Execution.Fused(written);

        foreach (var node in network.Graph.Model.Graph.Nodes.Where(node => coverage.Names.QuantizedValue(node.Outputs[0]) is not null))
        {
            var shown = coverage.Names.FloatValueAfter(node.Outputs[0]);
            if (written.Graph.Outputs.All(output => output.Name != shown))
            {
                written.Graph.Outputs.Add(Info(shown, OnnxDataType.Float32, null));
            }
        }

        var after = Execution.Fused(written);
        Assert.Equal(
            before.Where(static one => one.Key.StartsWith("QLinear", StringComparison.Ordinal)).Order(KeyOrder),
            after.Where(static one => one.Key.StartsWith("QLinear", StringComparison.Ordinal)).Order(KeyOrder));
    }

    /// <summary>Real detectors, with constants folded by ONNX Runtime itself: nothing but integers between input and outputs.</summary>
    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx", 416 * 416 * 3, 255, 113, false)]
    [InlineData("fastestdet-352.onnx", 352 * 352 * 3, 1, 70, false)]
    [InlineData("fastestdet-352.onnx", 352 * 352 * 3, 1, 70, true)]
    public void Real_detectors_are_fused_as_a_whole(string file, int numbers, float greatest, int convolutions, bool signedBytes)
    {
        var model = Execution.Rewritten(
            OnnxReader.ReadFile(Testing.TestAssets.Need("models", file)), level: OrtGraphOptimization.Basic);
        model.Opsets.Remove(model.Opsets.Single(static opset => opset.Domain.Length == 0));
        model.Opsets.Add(new OnnxOpset("", 13));
        var input = Array.ConvertAll(new GraphBuilder().Random(numbers, greatest), MathF.Abs);

        var written = Execution.Observe(model, input).Write(
            out var coverage, new QdqOptions { Activations = signedBytes ? ActivationType.S8 : ActivationType.U8 });
        var fused = Execution.Fused(written, signedBytes);

        Assert.Empty(coverage.LeftFloat);
        Assert.Equal(convolutions, fused["QLinearConv"]);
        Assert.Equal((1, 1), (fused["QuantizeLinear"], fused["DequantizeLinear"]));
        Assert.Empty(fused.Keys.Intersect(["Conv", "Relu", "Sigmoid", "Mul", "Add", "Concat", "Softmax", "AveragePool"]));
    }
}
