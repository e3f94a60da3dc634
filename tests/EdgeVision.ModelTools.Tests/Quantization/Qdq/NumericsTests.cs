using System.Runtime.InteropServices;
using EdgeVision.ModelTools.Quantization.Qdq;
using FsCheck;
using FsCheck.Fluent;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>The written model computes what plain integer arithmetic gives, with ONNX Runtime's rewriting and without.</summary>
public class NumericsTests
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_operator_of_a_random_network_is_within_one_step_of_integer_arithmetic(bool optimized)
    {
        Testing.Ort.Need();
        var cases =
            from seed in Gen.Choose(0, int.MaxValue)
            from perChannel in Gen.Elements(true, false)
            from reduceRange in Gen.Elements(true, false)
            from activations in Gen.Elements(ActivationType.U8, ActivationType.S8)
            select (seed, new QdqOptions { PerChannel = perChannel, ReduceRange = reduceRange, Activations = activations });
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var network = new RandomNetwork(one.seed);
            var run = new QuantizedRun(Execution.Observe(network.Graph.Model, network.Input), network.Input, one.Item2, optimized);
            var far = run.Distances().Where(static node => node.Distance > 1).ToArray();
            return (far.Length == 0).Label(string.Join(", ", far));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Matrices_and_averages_are_within_one_step_of_integer_arithmetic(bool optimized)
    {
        var graph = new GraphBuilder();
        var conv = graph.Conv("conv", graph.Input("x", 1, 4, 6, 6), 8, 4, 3);
        var flat = graph.Node("Flatten", "flat", [graph.Node("GlobalAveragePool", "average", [conv])]);
        var gemm = graph.Node("Gemm", "gemm", [flat, graph.Weights("gemm.w", 8, 12), graph.Weights("gemm.b", 12)]);
        graph.Output(graph.Node("MatMul", "y", [graph.Node("Relu", "relu", [gemm]), graph.Weights("y.w", 12, 5)]));
        var input = graph.Random(144, 3);

        var seen = Execution.Observe(graph.Model, input);
        var run = new QuantizedRun(seen, input, new QdqOptions(), optimized);

        Assert.Equal(["conv", "average", "gemm", "y"], run.Distances().Select(static one => one.Node));
        Assert.All(run.Distances(), static one => Assert.InRange(one.Distance, 0, 1));
    }

    /// <summary>
    /// relu(conv) beside a convolution of it, laid together and added to another one: scales, zero points, weights and every
    /// sum are computed here from the ranges alone, from the picture to the last step.
    /// </summary>
    [SkippableTheory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(false, 3)]
    public void A_network_is_within_one_step_of_integer_arithmetic_from_end_to_end(bool optimized, int seed)
    {
        var graph = new GraphBuilder(seed);
        var relu = graph.Node("Relu", "relu", [graph.Conv("first", graph.Input("x", 1, 2, 6, 6), 3, 2, 3)]);
        var cat = graph.Node("Concat", "cat", [relu, graph.Conv("second", relu, 2, 3, 1)], Int("axis", 1));
        graph.Output(graph.Node("Add", "y", [cat, graph.Conv("third", "x", 5, 2, 1)]));
        var input = graph.Random(72, 1);
        var seen = Execution.Observe(graph.Model, input);
        var reference = new IntegerReference(perChannel: true, 127);

        var x = Empty("x", "x");
        x = x with { Numbers = Array.ConvertAll(input, value => x.Nearest(value)) };
        var first = Run("first", "relu", "relu", x);
        var second = Run("second", "second", "cat", first);
        var both = Run("cat", "cat", "cat", first, second);
        var y = Run("y", "y", "y", both, Run("third", "third", "third", x));

        var got = Execution.Run(seen.Write(), input, optimized: optimized)["y"].Numbers;
        Assert.All(got.Zip(y.Numbers), one => Assert.Equal(y.ZeroPoint + Math.Round(one.First / y.Scale), one.Second, 1.01));

        Bits Empty(string value, string range)
        {
            var (min, max) = (Math.Min(seen.Ranges[range].Min, 0), Math.Max(seen.Ranges[range].Max, 0));
            var scale = (max - min) / 255;
            return new Bits([], seen.Values[value].Shape, scale, (int)Math.Round(-min / scale), Signed: false);
        }

        Bits Run(string node, string value, string range, params Bits[] inputs)
        {
            var result = Empty(value, range);
            var one = graph.Model.Named(node);
            var weights = one.OpType == "Conv" ? new[] { Floats(one.Inputs[1]), Floats(one.Inputs[2]) } : [];
            return result with { Numbers = reference.Evaluate(one, inputs, weights, result) };
        }

        float[] Floats(string name) =>
            MemoryMarshal.Cast<byte, float>(QuantizedRun.Constant(graph.Model, name).ToRaw().Span).ToArray();
    }
}
