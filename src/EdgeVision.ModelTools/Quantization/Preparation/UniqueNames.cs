using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Gives every node a name of its own; the format allows none and doubles.</summary>
internal static class UniqueNames
{
    public static void Apply(WorkGraph graph)
    {
        var taken = new HashSet<string>();
        foreach (var node in graph.Nodes)
        {
            if (node.Name.Length == 0 || !taken.Add(node.Name))
            {
                var output = node.Outputs.FirstOrDefault(static name => name.Length > 0) ?? "";
                node.Name = graph.NewName(node.Name.Length > 0 ? node.Name : $"{node.OpType}_{output}");
                taken.Add(node.Name);
            }
        }

        graph.Changed();
    }
}
