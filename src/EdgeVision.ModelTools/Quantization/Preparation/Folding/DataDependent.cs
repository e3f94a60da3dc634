using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>Finds the nodes whose output size is not known before the run.</summary>
internal static class DataDependent
{
    /// <summary>In order: the first one is where it begins.</summary>
    public static List<OnnxNode> Nodes(WorkGraph graph)
    {
        var values = new HashSet<string>();
        var nodes = new List<OnnxNode>();
        foreach (var node in graph.Nodes)
        {
            if (node.Inputs.Any(values.Contains) || IsOpen(graph, node))
            {
                values.UnionWith(node.Outputs.Where(static output => output.Length > 0));
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private static bool IsOpen(WorkGraph graph, OnnxNode node)
    {
        if (node.Domain.Length > 0)
        {
            return false;
        }

        var first = FirstSizeInput(node.OpType);
        return first < 0
            ? node.OpType is "NonZero" or "NonMaxSuppression" or "Unique" or "Compress"
            : SizeInputs(node, first).Any(input => input.Length > 0 && graph.Constant(input) is null);
    }

    /// <summary>Pad's value and OneHot's values lie among them and decide nothing.</summary>
    private static IEnumerable<string> SizeInputs(OnnxNode node, int first) => node.OpType switch
    {
        "Pad" => [node.Input(1), node.Input(3)],
        "OneHot" => [node.Input(1)],
        _ => node.Inputs.Skip(first),
    };

    /// <summary>The input from which on inputs may decide the output's size; -1 for none.</summary>
    private static int FirstSizeInput(string operation) => operation switch
    {
        "ConstantOfShape" or "Range" => 0,
        "Reshape" or "Expand" or "Tile" or "Slice" or "Resize" or "Upsample" or "TopK" or "Split" or "Squeeze" or "Unsqueeze" or "Pad" or "OneHot" => 1,
        "CenterCropPad" or "AffineGrid" => 1,
        "MaxUnpool" => 2,
        _ when operation.StartsWith("Reduce", StringComparison.Ordinal) => 1,
        _ => -1,
    };
}
