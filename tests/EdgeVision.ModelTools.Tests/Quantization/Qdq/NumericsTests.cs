using EdgeVision.ModelTools.Quantization.Qdq;
using FsCheck;
using FsCheck.Fluent;

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
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
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
}
