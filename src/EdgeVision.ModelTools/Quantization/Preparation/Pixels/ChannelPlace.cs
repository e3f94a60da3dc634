using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Where the picture's channels are in a value that was moved.</summary>
/// <param name="Axis">Along which the channels lie.</param>
/// <param name="Channels">For each place on it, the picture's channel.</param>
internal sealed record ChannelPlace(int Axis, int[] Channels)
{
    /// <summary>The place after a node that moves values; null when it is not followed any further.</summary>
    public static ChannelPlace? After(
        WorkGraph graph, OnnxNode node, IReadOnlyList<ChannelPlace?> inputs, IReadOnlyDictionary<string, TensorFact> facts)
    {
        if (inputs.Contains(null) || inputs.Any(input => input!.Axis != inputs[0]!.Axis))
        {
            return null;
        }

        var (first, rank) = (inputs[0]!, facts[node.Inputs[0]].Shape.Count);
        return node.OpType switch
        {
            "Slice" => SlicedAxes(graph, node, rank) is { } axes && !axes.Contains(first.Axis) ? first : null,
            "Concat" when Positive(node.Integer("axis", 0), rank) == first.Axis =>
                first with { Channels = [.. inputs.SelectMany(static input => input!.Channels)] },
            "Concat" => inputs.All(input => input!.Channels.SequenceEqual(first.Channels)) ? first : null,
            "SpaceToDepth" when first.Axis == 1 => first with { Channels = Repeated(first.Channels, node.Integer("blocksize", 1)) },
            "Transpose" => first with { Axis = Order(node, rank).IndexOf(first.Axis) },
            _ => null,
        };
    }

    private static IEnumerable<long>? SlicedAxes(WorkGraph graph, OnnxNode node, int rank)
    {
        if (node.Input(3).Length > 0)
        {
            return graph.Constant(node.Input(3)).AsIntegers()?.Select(axis => Positive(axis, rank));
        }

        return graph.Constant(node.Input(1)) is { } starts ? Enumerable.Range(0, (int)starts.Elements).Select(static axis => (long)axis) : null;
    }

    /// <summary>A block's pixels come one after another, each with all its channels.</summary>
    private static int[] Repeated(int[] channels, long blockSize) =>
        [.. Enumerable.Repeat(channels, (int)(blockSize * blockSize)).SelectMany(static one => one)];

    private static List<long> Order(OnnxNode node, int rank) =>
        node.Integers("perm") is { } order ? [.. order] : [.. Enumerable.Range(0, rank).Reverse().Select(static axis => (long)axis)];

    private static long Positive(long axis, int rank) => axis < 0 ? axis + rank : axis;
}
