using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Onnx.Costs;

/// <summary>
/// Counts a model's work. ONNX Runtime rewrites the model for its CPU kernels and works out the shapes; the count is of what it
/// wrote, so that a quantized model is counted as integers and not as the float graph that its file describes.
/// </summary>
public static class GraphCosts
{
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The model; its manifest's input size fixes dimensions that it leaves open.</param>
    /// <exception cref="OrtException">The library cannot load it.</exception>
    /// <exception cref="OnnxRefusedException">It is no model of the subset.</exception>
    public static GraphCost Of(OrtLibrary library, VerifiedModel model) => Of(library, model.Bytes, model.Manifest.Input.Shape());

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The model file's content.</param>
    /// <param name="input">Shape of its first input.</param>
    /// <exception cref="OrtException">The library cannot load it.</exception>
    /// <exception cref="OnnxRefusedException">It is no model of the subset.</exception>
    public static GraphCost Of(OrtLibrary library, ReadOnlyMemory<byte> model, IReadOnlyList<long> input)
    {
        var graph = RewrittenGraph.Of(
            library, OnnxWriter.Write(Fixed(model, input)), OrtGraphOptimization.Extended, new Dictionary<string, long>());
        return Of(graph);
    }

    /// <summary>Counts a graph whose value infos tell all shapes.</summary>
    public static GraphCost Of(OnnxGraph graph)
    {
        var facts = new TensorFacts(graph);
        var nodes = new List<NodeCost>(graph.Nodes.Count);
        var uncounted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var macs = MacRules.Count(node, facts);
            if (macs is null)
            {
                uncounted[node.OpType] = uncounted.GetValueOrDefault(node.OpType) + 1;
            }

            nodes.Add(new NodeCost(node.Name, node.OpType, macs ?? 0, node.Inputs.Any(facts.IsInteger), Moved(node, facts)));
        }

        var read = graph.Nodes.SelectMany(static node => node.Inputs).Where(facts.IsConstant).Distinct();
        return new GraphCost(nodes, read.Sum(facts.Bytes), uncounted);
    }

    private static long Moved(OnnxNode node, TensorFacts facts) =>
        MacRules.IsView(node.OpType) ? 0 : node.Inputs.Concat(node.Outputs).Where(static name => name.Length > 0).Sum(facts.Bytes);

    private static OnnxModel Fixed(ReadOnlyMemory<byte> bytes, IReadOnlyList<long> input)
    {
        var model = OnnxReader.Read(bytes);
        var constants = model.Graph.Initializers.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        if (model.Graph.Inputs.FirstOrDefault(one => !constants.Contains(one.Name))?.Type is { } type)
        {
            type.Shape = [.. input.Select(static size => new OnnxDimension(size))];
        }

        model.Graph.ValueInfos.Clear();
        return model;
    }
}
