using EdgeVision.Inference.Onnx;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Where 8 bits end and floats begin.</summary>
public class BorderTests
{
    [SkippableFact]
    public void Between_float_nodes_nothing_is_written_and_at_their_borders_one_pair()
    {
        var graph = Networks.Conv();
        var silu = graph.Node("Mul", "mul", ["conv", graph.Node("Sigmoid", "sigmoid", ["conv"])]);
        graph.Output(graph.Conv("last", silu, 2, 2, 1));

        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write(out var coverage, null, "mul", "sigmoid");

        Assert.Equal(["sigmoid"], model.Named("sigmoid").Outputs);
        Assert.Equal("sigmoid", model.Named("mul").Inputs[1]);
        Assert.All(
            new[] { model.Named("sigmoid").Inputs[0], model.Named("mul").Inputs[0], model.Named("last").Inputs[0] },
            value => Assert.Equal("DequantizeLinear", model.Maker(value).OpType));
        Assert.Equal([("Conv", 2)], coverage.Quantized.Select(static one => (one.Key, one.Value)));
        Assert.Equal(4, model.Count("QuantizeLinear"));
        Assert.Equal("the plan keeps it float", coverage.LeftFloat["mul"]);
        var fused = Execution.Fused(model);
        Assert.Equal((2, 1, 1), (fused["QLinearConv"], fused["Sigmoid"], fused["Mul"]));
    }

    [SkippableFact]
    public void A_float_convolution_gets_no_pair_and_reads_what_a_float_node_made_as_it_is()
    {
        var graph = Networks.Conv();
        graph.Output(graph.Conv("last", graph.Conv("middle", "conv", 2, 2, 1), 2, 2, 1));

        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write(null, "conv", "middle");

        Assert.Equal(["x", "conv.w", "conv.b"], model.Named("conv").Inputs);
        Assert.Equal(["conv", "middle.w", "middle.b"], model.Named("middle").Inputs);
        Assert.Equal("middle_quantized", model.Maker(model.Named("last").Inputs[0]).Inputs[0]);
    }

    [SkippableFact]
    public void With_every_node_float_the_model_is_as_it_was()
    {
        var graph = Networks.Conv();
        graph.Output(graph.Node("Relu", "relu", ["conv"]));
        var seen = Execution.Observe(graph.Model, graph.Random(32, 1));

        Assert.Equal(OnnxWriter.Write(graph.Model), OnnxWriter.Write(seen.Write(null, "conv", "relu")));
    }

    [SkippableFact]
    public void Outputs_stay_float_under_their_names_also_where_other_nodes_read_them()
    {
        var graph = Networks.Conv();
        graph.Output("conv", graph.Conv("last", "conv", 2, 2, 1));
        var input = graph.Random(32, 1);
        var seen = Execution.Observe(graph.Model, input);

        var model = seen.Write(out var coverage);
        var run = Execution.Run(model, input);

        Assert.Equal(["conv", "last"], run.Keys);
        Assert.All(run, one =>
        {
            Assert.Equal(OnnxDataType.Float32, one.Value.Type);
            var step = QuantizedRun.Parameters(model, one.Key + "_quantized").Scale;
            Assert.All(one.Value.Numbers.Zip(seen.Values[one.Key].Numbers), pair => Assert.Equal(pair.First, pair.Second, 4 * step));
        });
        Assert.Equal(("conv_float", "conv"), (coverage.Names.FloatValueBefore("conv"), coverage.Names.FloatValueAfter("conv")));
        Assert.Equal(2, Execution.Fused(model)["QLinearConv"]);
    }

    [SkippableFact]
    public void Operators_without_an_integer_kernel_stay_float_between_pairs_and_say_so()
    {
        var graph = Networks.Conv();
        var swish = graph.Node("HardSwish", "swish", ["conv"]);
        var hard = graph.Node("HardSigmoid", "hard", [swish]);
        var wide = graph.Node("ConvTranspose", "wide", [hard, graph.Weights("wide.w", 2, 2, 2, 2)], Ints("strides", 2, 2));
        graph.Output(graph.Conv("last", wide, 2, 2, 1));

        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write(out var coverage);

        Assert.Equal(["hard", "swish", "wide"], coverage.LeftFloat.Keys.Order());
        Assert.All(coverage.LeftFloat.Values, static reason => Assert.Contains("no integer kernel", reason, StringComparison.Ordinal));
        Assert.Equal([("Conv", 2)], coverage.Quantized.Select(static one => (one.Key, one.Value)));
        Assert.Equal("swish", model.Named("hard").Inputs[0]);
        Assert.Equal("conv_dequantized", coverage.Names.FloatValueAfter("conv"));
        Assert.Equal("swish", coverage.Names.FloatValueAfter("swish"));
    }

    [SkippableFact]
    public void A_node_whose_range_is_not_known_stays_float()
    {
        var graph = Networks.Conv();
        graph.Output(graph.Conv("last", "conv", 2, 2, 1));
        var seen = Execution.Observe(graph.Model, graph.Random(32, 1));
        var known = new Observation(seen.Model, seen.Values.Where(static one => one.Key != "last").ToDictionary());

        known.Write(out var coverage);

        Assert.Equal("no range for its output 'last'", coverage.LeftFloat["last"]);
        Assert.Equal(1, coverage.Quantized["Conv"]);
    }

    [SkippableFact]
    public void Moving_and_adding_far_from_quantized_nodes_is_left_alone()
    {
        var graph = Networks.Conv();
        var there = graph.Node("Add", "there", [graph.Node("Sigmoid", "sigmoid", ["conv"]), "conv"]);
        graph.Output(graph.Node("Transpose", "y", [there], Ints("perm", 0, 2, 3, 1)));

        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write(out var coverage, null, "conv");

        Assert.Equal(0, model.Count("QuantizeLinear"));
        Assert.Equal("no node beside it is quantized", coverage.LeftFloat["y"]);
    }

    [SkippableFact]
    public void Each_reader_has_a_DequantizeLinear_of_its_own()
    {
        var network = new RandomNetwork(5);
        var model = Execution.Observe(network.Graph.Model, network.Input).Write();

        var read = model.Graph.Nodes.SelectMany(static node => node.Inputs).CountBy(static value => value).ToDictionary();
        Assert.All(
            model.Graph.Nodes.Where(static node => node.OpType == "DequantizeLinear"),
            node => Assert.InRange(read.GetValueOrDefault(node.Outputs[0]), 0, 1));
        Assert.Distinct(model.Graph.Nodes.Select(static node => node.Name));
    }
}
