using EdgeVision.ModelTools.Quantization.Search;
using EdgeVision.ModelTools.Tests.Quantization.Qdq;

namespace EdgeVision.ModelTools.Tests.Quantization.Search;

/// <summary>The parts of a graph are what a person would point at.</summary>
public sealed class GraphRegionsTests
{
    [SkippableFact]
    public void The_parts_of_a_detector_are_found()
    {
        var regions = SmallDetector.Regions();
        Assert.Equal(SmallDetector.Tail, regions.Tail.Order());
        Assert.Equal(SmallDetector.Stem, regions.Stem);
        Assert.Equal(["stem_gate", "stem_silu"], regions.Silu);
        Assert.Equal(["boxes", "scores"], regions.FinalLayers);
        Assert.Equal(["stem", "deep", "neck", "boxes", "scores"], regions.Weighted.Select(static node => node.Name));
    }

    [SkippableFact]
    public void Stages_are_nodes_of_one_size_and_leave_out_the_tail()
    {
        var regions = SmallDetector.Regions();
        var stages = regions.Stages().ToList();
        Assert.Equal(["stage 8x8", "stage 4x4"], stages.Select(static stage => stage.Name));
        Assert.Equal([.. SmallDetector.Stem, "up", "join", "neck", "neck_relu", "boxes", "scores"], stages[0].Nodes);
        Assert.Equal(["deep", "deep_relu", "pool"], stages[1].Nodes);
        var first = Assert.Single(regions.FirstStages());
        Assert.Equal("all before 4x4", first.Name);
        Assert.Equal(SmallDetector.Stem, first.Nodes);
    }

    [SkippableFact]
    public void Operators_leave_out_SiLU_and_the_tail()
    {
        var operators = SmallDetector.Regions().Operators().ToDictionary(static one => one.Name, static one => one.Nodes);
        Assert.Equal(["operator Concat", "operator MaxPool", "operator Resize"], operators.Keys.Order());
        Assert.Equal(["join"], operators["operator Concat"]);
    }

    [SkippableFact]
    public void A_Sigmoid_that_more_than_its_product_reads_is_no_SiLU()
    {
        var graph = new GraphBuilder();
        graph.Conv("c", graph.Input("x", 1, 2, 4, 4), 2, 2, 1);
        graph.Node("Sigmoid", "gate", ["c"]);
        graph.Node("Mul", "product", ["gate", "c"]);
        graph.Node("Mul", "other", ["gate", "gate"]);
        graph.Conv("d", graph.Node("Add", "sum", ["product", "other"]), 2, 2, 1);
        var regions = new GraphRegions(Prepared.Of(graph.Output("d").Model));
        Assert.Empty(regions.Silu);
        Assert.Equal(["c"], regions.Stem);
        Assert.Equal(["d"], regions.FinalLayers);
    }

    [SkippableFact]
    public void A_graph_without_weights_is_all_tail()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.Node("Relu", "y", [graph.Input("x", 1, 2, 4, 4)]));
        var regions = new GraphRegions(Prepared.Of(graph.Model));
        Assert.Equal(["y"], regions.Tail);
        Assert.Empty(regions.Stem);
        Assert.Empty(regions.FinalLayers);
        Assert.Empty(regions.Stages());
        Assert.Empty(regions.FirstStages());
    }
}
