using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>Prepares a model and holds it to the contract of prepared models.</summary>
internal static class Prepared
{
    public static readonly IReadOnlyDictionary<string, long[]> NoShapes = new Dictionary<string, long[]>();

    public static PreparedModel Checked(HandModel hand, IReadOnlyDictionary<string, long[]>? shapes = null) => Checked(hand.Model, shapes);

    public static PreparedModel Checked(OnnxModel model, IReadOnlyDictionary<string, long[]>? shapes = null)
    {
        var before = OnnxWriter.Write(model);
        var prepared = GraphPreparation.Prepare(Ort.Need(), model, shapes ?? NoShapes, default);
        Assert.Equal(before, OnnxWriter.Write(model));
        HoldContract(prepared);
        SameOutputs.Hold(model, prepared.Graph.Model, shapes ?? NoShapes);
        return prepared;
    }

    public static QuantizationRefusedException Refused(HandModel hand, IReadOnlyDictionary<string, long[]>? shapes = null) =>
        Assert.Throws<QuantizationRefusedException>(() => GraphPreparation.Prepare(Ort.Need(), hand.Model, shapes ?? NoShapes, default));

    public static IEnumerable<string> Operators(PreparedModel prepared) => prepared.Graph.Nodes.Select(static node => node.OpType);

    private static void HoldContract(PreparedModel prepared)
    {
        var graph = prepared.Graph.Model.Graph;
        Assert.True(prepared.Graph.Model.Opsets.Single(static opset => opset.Domain.Length == 0).Version >= 13);
        Assert.Equal(graph.Nodes.Count, graph.Nodes.Select(static node => node.Name).Where(static name => name.Length > 0).Distinct().Count());
        Assert.DoesNotContain(graph.Nodes, static node => node.OpType is "Constant" or "Dropout" or "Shape");
        Assert.Empty(graph.Inputs.Select(static input => input.Name).Intersect(graph.Initializers.Select(static constant => constant.Name)));
        Assert.All(graph.Inputs.Concat(graph.Outputs), static value => Assert.All(value.Type!.Shape!, static size => Assert.NotNull(size.Size)));
        Assert.All(graph.Nodes, node => Assert.All(node.Outputs.Where(static name => name.Length > 0), output => Assert.True(prepared.Facts.ContainsKey(output))));
        var read = graph.Nodes.SelectMany(static node => node.Inputs).Concat(graph.Outputs.Select(static output => output.Name)).ToHashSet();
        Assert.All(graph.Initializers, constant => Assert.Contains(constant.Name, read));
    }
}
