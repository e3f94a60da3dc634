using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>ONNX Runtime puts integer kernels where the pairs stand, and no pair is left inside.</summary>
public class FusionTests
{
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
}
