using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>Follows each tensor from its maker to its readers. Constants do not count: they are handed over once, at load.</summary>
internal static class Crossings
{
    public static IReadOnlyList<BoundaryTensor> Of(OnnxGraph graph, IReadOnlyList<PlacedNode> nodes)
    {
        var constants = graph.Initializers.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        var makers = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var input in graph.Inputs.Where(input => !constants.Contains(input.Name)))
        {
            makers[input.Name] = OrtPlacement.Cpu;
        }

        foreach (var (node, provider) in nodes)
        {
            foreach (var output in node.Outputs)
            {
                makers[output] = provider;
            }
        }

        var reads = nodes.SelectMany(static placed => placed.Node.Inputs.Select(name => (Name: name, To: placed.Provider)))
            .Concat(graph.Outputs.Select(static output => (output.Name, To: (string?)OrtPlacement.Cpu)));
        var sizes = Sizes(graph);
        return
        [
            .. from read in reads.Distinct()
               let maker = makers.GetValueOrDefault(read.Name)
               where maker is not null && read.To is not null && maker != read.To
               select new BoundaryTensor(read.Name, maker, read.To, sizes.TryGetValue(read.Name, out var bytes) ? bytes : null),
        ];
    }

    private static Dictionary<string, long> Sizes(OnnxGraph graph)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var info in graph.Inputs.Concat(graph.ValueInfos).Concat(graph.Outputs))
        {
            if (info.Type is { Kind: OnnxTypeKind.Tensor, Shape: { } shape } type && shape.All(static one => one.Size is not null))
            {
                sizes[info.Name] = type.ElementType.RawBytes(shape.Aggregate(1L, static (product, one) => checked(product * one.Size!.Value)));
            }
        }

        return sizes;
    }
}
