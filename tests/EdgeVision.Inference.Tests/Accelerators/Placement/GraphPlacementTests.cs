using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Placement;

public sealed class GraphPlacementTests
{
    private const string Npu = "NpuExecutionProvider";

    /// <summary>in → a on the NPU → t → b on the CPU → u; t and u → c on the NPU → out.</summary>
    [Fact]
    public void Each_tensor_between_two_providers_is_counted_once_for_each_reader()
    {
        var placement = GraphPlacements.Of(Graph(), new OrtPlacement(
        [
            new OrtPlacedPart(Npu, [new OrtPlacedNode("Relu", "a", ""), new OrtPlacedNode("Add", "c", "")]),
            new OrtPlacedPart(OrtPlacement.Cpu, [new OrtPlacedNode("Relu", "b", "")]),
        ]));

        Assert.Equal(
            [
                new BoundaryTensor("in", OrtPlacement.Cpu, Npu, 24),
                new BoundaryTensor("t", Npu, OrtPlacement.Cpu, null),
                new BoundaryTensor("u", OrtPlacement.Cpu, Npu, null),
                new BoundaryTensor("out", Npu, OrtPlacement.Cpu, 24),
            ],
            placement.Boundary);
        Assert.Equal(48, placement.BoundaryBytes);
        Assert.Equal(0, placement.Unplaced);
        Assert.Equal([Npu, OrtPlacement.Cpu, Npu], placement.Nodes.Select(node => node.Provider!));
    }

    [Fact]
    public void On_one_processor_nothing_crosses()
    {
        var placement = GraphPlacements.Of(Graph(), new OrtPlacement(
            [new OrtPlacedPart(OrtPlacement.Cpu, [new("Relu", "a", ""), new("Relu", "b", ""), new("Add", "c", "")])]));

        Assert.Empty(placement.Boundary);
    }

    [Fact]
    public void Nodes_that_cannot_be_told_apart_are_not_guessed()
    {
        var graph = Graph();
        graph.Nodes[0].Name = graph.Nodes[1].Name = "";
        var placement = GraphPlacements.Of(graph, new OrtPlacement(
        [
            new OrtPlacedPart(Npu, [new OrtPlacedNode("Relu", "", ""), new OrtPlacedNode("Add", "c", "")]),
            new OrtPlacedPart(OrtPlacement.Cpu, [new OrtPlacedNode("Relu", "", "")]),
        ]));

        Assert.Equal(2, placement.Unplaced);
    }

    [SkippableTheory]
    [InlineData("street-s")]
    [InlineData("street-s-int8")]
    public void A_model_on_the_virtual_npu_hands_over_its_inputs_and_outputs_alone(string name)
    {
        var (file, model) = Shipped(name);
        using var npu = VirtualNpu.Register(Ort.Need());
        var placement = GraphPlacements.Of(Ort.Need(), model, npu.Options(file));
        using var session = Ort.Session(model);

        Assert.Equal(0, placement.Unplaced);
        Assert.Equal(placement.Shares.Nodes, placement.Nodes.Count);
        Assert.Equal(
            session.Inputs.Concat(session.Outputs).Select(tensor => tensor.Name).Order(),
            placement.Boundary.Select(tensor => tensor.Name).Order());
    }

    [SkippableFact]
    public void A_model_divided_at_its_convolutions_hands_over_what_they_read_and_write()
    {
        var (_, model) = Shipped("street-s");
        using var npu = VirtualNpu.Register(Ort.Need());
        var placement = GraphPlacements.Of(Ort.Need(), model, npu.Options(null, ("claim", "conv")));

        Assert.Equal(0, placement.Unplaced);
        var convolutions = placement.Nodes.Where(node => node.Node.OpType == "Conv").ToList();
        Assert.All(convolutions, node => Assert.Equal(npu.Name, node.Provider));
        Assert.True(placement.Boundary.Count > convolutions.Count, placement.ToString());
        Assert.All(placement.Boundary, tensor => Assert.True(tensor.Bytes > 0, tensor.ToString()));
    }

    private static OnnxGraph Graph()
    {
        var graph = new OnnxGraph { Name = "three nodes" };
        graph.Inputs.Add(Value("in"));
        graph.Initializers.Add(new OnnxTensor { Name = "constant" });
        graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = "a", Inputs = ["in"], Outputs = ["t"] });
        graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = "b", Inputs = ["t"], Outputs = ["u"] });
        graph.Nodes.Add(new OnnxNode { OpType = "Add", Name = "c", Inputs = ["t", "u", "u", "constant"], Outputs = ["out"] });
        graph.Outputs.Add(Value("out"));
        return graph;
    }

    private static OnnxValueInfo Value(string name) => new()
    {
        Name = name,
        Type = new OnnxType { Kind = OnnxTypeKind.Tensor, ElementType = OnnxDataType.Float32, Shape = [new(2), new(3)] },
    };

    private static (string File, byte[] Model) Shipped(string name)
    {
        var file = Repository.PathOf("models", name, name + ".onnx");
        Skip.IfNot(File.Exists(file), $"needs models/{name}");
        return (file, File.ReadAllBytes(file));
    }
}
