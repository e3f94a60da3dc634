using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Onnx.Reading;

namespace EdgeVision.Inference.Sessions;

/// <summary>Completes a place by looking into the graph: the node of a known operator, or the operator of a known node.</summary>
public static class NodeSearch
{
    /// <summary>The same place where the graph tells no more.</summary>
    /// <param name="place">What the library named.</param>
    /// <param name="file">The model's bytes.</param>
    public static GraphPlace Complete(GraphPlace place, ReadOnlyMemory<byte> file)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place is { Operator: not null, Node: not null })
        {
            return place;
        }

        try
        {
            return Find(OnnxReader.Read(file).Graph, place) is var (node, index)
                ? new GraphPlace(place.Operator ?? node.OpType, place.Node ?? NameOf(node, index))
                : place;
        }
        catch (OnnxRefusedException)
        {
            return place;
        }
    }

    private static (OnnxNode Node, int Index)? Find(OnnxGraph graph, GraphPlace place)
    {
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            var node = graph.Nodes[index];
            if ((place.Operator ?? node.OpType) == node.OpType && (place.Node ?? node.Name) == node.Name)
            {
                return (node, index);
            }

            foreach (var inner in node.Attributes.SelectMany(attribute => attribute.Graphs))
            {
                if (Find(inner, place) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Many exporters name no nodes; what it makes is then the best name to look for.</summary>
    private static string NameOf(OnnxNode node, int index) =>
        node.Name.Length > 0
        ? PlaceStep.Shown(node.Name)
        : $"number {index + 1}, which makes '{PlaceStep.Shown(node.Outputs.FirstOrDefault(name => name.Length > 0) ?? "")}'";
}
