using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Removes nodes and constants without effect on the outputs.</summary>
internal static class Unread
{
    public static void Remove(WorkGraph graph)
    {
        var parts = graph.Model.Graph;
        var read = parts.Outputs.Select(static output => output.Name).ToHashSet();
        foreach (var node in graph.Nodes.Reverse())
        {
            if (node.Outputs.Any(read.Contains))
            {
                read.UnionWith(node.Inputs);
            }
            else
            {
                graph.Replace(node);
            }
        }

        foreach (var constant in parts.Initializers.Where(constant => !read.Contains(constant.Name)).ToList())
        {
            parts.Initializers.Remove(constant);
        }

        // The index output of a MaxPool that nobody reads would keep it from being quantized.
        foreach (var node in graph.Nodes.Where(static node => node is { OpType: "MaxPool", Outputs.Count: 2 }))
        {
            node.Outputs = read.Contains(node.Outputs[1]) ? node.Outputs : [node.Outputs[0]];
        }

        graph.Changed();
    }
}
