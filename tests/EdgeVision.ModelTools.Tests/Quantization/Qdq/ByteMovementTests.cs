using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Qdq;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Blocks are moved as bytes where both sides are bytes of one meaning.</summary>
public sealed class ByteMovementTests
{
    [SkippableTheory]
    [InlineData("SpaceToDepth", 4)]
    [InlineData("DepthToSpace", 1)]
    public void Between_two_integer_layers_no_floats_are_made(string operation, int channels)
    {
        var (seen, input) = Between(operation, channels, static (graph, moved) => graph.Output(moved.After));

        var model = seen.Write();

        var mover = model.Graph.Nodes.Single(node => node.OpType == operation);
        Assert.Equal(("before_quantized", "moved_quantized"), (mover.Inputs[0], mover.Outputs[0]));
        Assert.Equal("QuantizeLinear", model.Maker("before_quantized").OpType);
        Assert.Equal(QuantizedRun.Parameters(model, "before_quantized"), QuantizedRun.Parameters(model, "moved_quantized"));
        AssertNear(seen, model, input, "after");
    }

    [SkippableFact]
    public void Where_someone_reads_floats_they_are_made()
    {
        foreach (var outputs in (string[][])[["after", "moved"], ["after", "before"], ["after", "tanh"], ["moved"]])
        {
            var (seen, input) = Between("SpaceToDepth", 4, (graph, _) =>
            {
                graph.Node("Tanh", "tanh", ["moved"]);
                graph.Output(outputs);
            });
            AssertNear(seen, seen.Write(), input, outputs);
            AssertNear(seen, seen.Write(null, "after"), input, outputs);
            AssertNear(seen, seen.Write(null, "moved"), input, outputs);
            AssertNear(seen, seen.Write(null, "before"), input, outputs);
        }
    }

    [SkippableTheory]
    [InlineData(.5f, 3)]
    [InlineData(1f / 255, 0)]
    [InlineData(1f / 64, 127)]
    public void What_given_bytes_mean_is_taken_as_it_is_said(float scale, byte zeroPoint)
    {
        var (seen, input) = Entry(scale, zeroPoint, true);

        var model = seen.Write();

        Assert.Equal(["x"], model.Graph.Nodes.Single(static node => node.OpType == "SpaceToDepth").Inputs);
        Assert.Equal((scale, zeroPoint), QuantizedRun.Parameters(model, model.Graph.Nodes.Single(static node => node.OpType == "SpaceToDepth").Outputs[0]));
        var fused = Execution.Fused(model);
        Assert.False(fused.ContainsKey("QuantizeLinear"));
        Assert.Equal((1, 1, 1), (fused["SpaceToDepth"], fused["QLinearConv"], fused["DequantizeLinear"]));
        AssertNear(seen, model, input, "y");
    }

    [SkippableFact]
    public void Given_bytes_become_signed_ones_without_loss()
    {
        var (seen, input) = Entry(.5f, 3, true);
        var model = seen.Write(new QdqOptions { Activations = ActivationType.S8 });
        Assert.Equal((.5f, 3 - 128), QuantizedRun.Parameters(model, "floats_quantized"));
        AssertNear(seen, model, input, "y");
    }

    [SkippableFact]
    public void Bytes_whose_meaning_has_no_zero_point_go_through_floats()
    {
        var (seen, input) = Entry(.5f, 0, false);
        AssertNear(seen, seen.Write(), input, "y");
    }

    private static (Observation Seen, float[] Input) Between(string operation, int blocks, Action<GraphBuilder, (string Moved, string After)> outputs)
    {
        var graph = new GraphBuilder();
        var before = graph.Conv("before", graph.Input("x", 1, 2, 8, 8), 4, 2, 3);
        var moved = graph.Node(operation, "moved", [before], Int("blocksize", 2));
        outputs(graph, (moved, graph.Conv("after", moved, 3, blocks * (operation == "SpaceToDepth" ? 4 : 1), 3)));
        var input = graph.Random(128, 1);
        return (Execution.Observe(graph.Model, input), input);
    }

    private static (Observation Seen, float[] Input) Entry(float scale, byte zeroPoint, bool said)
    {
        var graph = new GraphBuilder();
        var blocks = graph.Node("SpaceToDepth", "blocks", [graph.Input("x", OnnxDataType.UInt8, 1, 3, 6, 8)], Int("blocksize", 2));
        graph.Constant("scale", [scale], []);
        graph.Model.Graph.Initializers.Add(new OnnxTensor { Name = "zero", Type = OnnxDataType.UInt8, Data = new[] { zeroPoint } });
        graph.Node("DequantizeLinear", "floats", said ? [blocks, "scale", "zero"] : [blocks, "scale"]);
        graph.Output(graph.Conv("y", "floats", 4, 12, 3));
        var input = Array.ConvertAll(graph.Random(144, 127), static value => MathF.Round(value + 127));
        return (Execution.Observe(graph.Model, input), input);
    }

    /// <summary>Within a few steps of each output's own range.</summary>
    private static void AssertNear(Observation seen, OnnxModel model, float[] input, params string[] outputs)
    {
        var run = Execution.Run(model, input);
        foreach (var output in outputs)
        {
            var expected = seen.Values[output].Numbers;
            var step = (Math.Max(0, expected.Max()) - Math.Min(0, expected.Min())) / 255;
            Assert.All(run[output].Numbers.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 5 * step));
        }
    }
}
