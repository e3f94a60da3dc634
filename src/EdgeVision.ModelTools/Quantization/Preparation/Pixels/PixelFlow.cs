using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Follows the picture through the nodes that only move its values.</summary>
internal sealed class PixelFlow
{
    private readonly Dictionary<string, ChannelPlace?> _values = [];
    private readonly HashSet<OnnxNode> _movers = [];

    private PixelFlow()
    {
    }

    /// <summary>The values that hold pixels and nothing else, the input first.</summary>
    public IReadOnlyCollection<string> Values => _values.Keys;

    public static PixelFlow From(WorkGraph graph, string input, int axis, int channels, IReadOnlyDictionary<string, TensorFact> facts)
    {
        var flow = new PixelFlow();
        flow._values[input] = new ChannelPlace(axis, [.. Enumerable.Range(0, channels)]);
        foreach (var node in graph.Nodes.Where(node => flow.OnlyMoves(graph, node)))
        {
            flow._movers.Add(node);
            foreach (var output in node.Outputs.Where(static output => output.Length > 0))
            {
                flow._values[output] = ChannelPlace.After(graph, node, [.. Moved(node).Select(value => flow._values[value])], facts);
            }
        }

        return flow;
    }

    /// <summary>Which channel of the picture is where; null when the movement was not followed.</summary>
    public ChannelPlace? PlaceOf(string value) => _values[value];

    /// <summary>The nodes that compute with a value of pixels, in order.</summary>
    public IReadOnlyList<OnnxNode> Readers(WorkGraph graph, string value) =>
        [.. graph.Consumers(value).Where(node => !_movers.Contains(node))];

    private bool OnlyMoves(WorkGraph graph, OnnxNode node) =>
        node.Domain.Length == 0
        && node.OpType is "Slice" or "Concat" or "Transpose" or "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "Split" or "Gather" or "SpaceToDepth"
        && Moved(node).All(_values.ContainsKey)
        && (node.OpType == "Concat" || node.Inputs.Skip(1).All(input => input.Length == 0 || graph.Constant(input) is not null))
        && !node.Outputs.Any(graph.IsOutput);

    private static IEnumerable<string> Moved(OnnxNode node) => node.OpType == "Concat" ? node.Inputs : node.Inputs.Take(1);
}
