using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.ModelTools.Quantization.Rewrites;
using EdgeVision.ModelTools.Tests.Quantization.Preparation;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

/// <summary>Prepares and rewrites a model, and holds the result to what every rewriting promises.</summary>
internal static class Rewritten
{
    private static readonly IReadOnlyDictionary<string, long[]> NoShapes = new Dictionary<string, long[]>();

    public static (PreparedModel Model, IReadOnlyList<string> Done) Of(HandModel hand, double tolerance = 1e-5) => Of(hand.Model, tolerance);

    public static (PreparedModel Model, IReadOnlyList<string> Done) Of(OnnxModel model, double tolerance)
    {
        var prepared = GraphPreparation.Prepare(Ort.Need(), model, NoShapes, default);
        var before = OnnxWriter.Write(prepared.Graph.Model);
        var (rewritten, done) = IntegerRewrites.Apply(Ort.Need(), prepared, default);
        Assert.Equal(before, OnnxWriter.Write(prepared.Graph.Model));
        SameOutputs.Hold(prepared.Graph.Model, rewritten.Graph.Model, NoShapes, tolerance);
        Assert.Null(OnnxReader.Check(OnnxWriter.Write(rewritten.Graph.Model)));
        Assert.All(rewritten.Graph.Nodes, node => Assert.All(node.Outputs, output => Assert.True(rewritten.Facts.ContainsKey(output))));
        Assert.Equal(rewritten.Graph.Nodes.Count, rewritten.Graph.Nodes.DistinctBy(static node => node.Name).Count());
        return (rewritten, done);
    }

    /// <summary>The model comes back as it was.</summary>
    public static void Not(HandModel hand) => Assert.Empty(Of(hand).Done);

    public static IEnumerable<string> Operators(PreparedModel model) => model.Graph.Nodes.Select(static node => node.OpType);
}
