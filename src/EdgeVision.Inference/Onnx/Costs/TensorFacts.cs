namespace EdgeVision.Inference.Onnx.Costs;

/// <summary>Type and shape of a graph's values, as far as the file tells.</summary>
internal sealed class TensorFacts
{
    private readonly Dictionary<string, (OnnxDataType Type, long[] Shape)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);

    public TensorFacts(OnnxGraph graph)
    {
        foreach (var info in graph.Inputs.Concat(graph.ValueInfos).Concat(graph.Outputs))
        {
            if (info.Type is { Kind: OnnxTypeKind.Tensor, Shape: { } shape } type && shape.All(static one => one.Size is not null))
            {
                _known[info.Name] = (type.ElementType, [.. shape.Select(static one => one.Size!.Value)]);
            }
        }

        foreach (var constant in graph.Initializers)
        {
            _known[constant.Name] = (constant.Type, [.. constant.Dimensions]);
            _constants.Add(constant.Name);
        }
    }

    public bool IsConstant(string name) => _constants.Contains(name);

    /// <summary>Null where the shape is open or not told.</summary>
    public long[]? Shape(string name) => _known.TryGetValue(name, out var fact) ? fact.Shape : null;

    public bool IsInteger(string name) =>
        _known.TryGetValue(name, out var fact) && fact.Type is OnnxDataType.UInt8 or OnnxDataType.Int8 or OnnxDataType.UInt4 or OnnxDataType.Int4;

    /// <summary>0 where the shape is open or not told.</summary>
    public long Bytes(string name) => _known.TryGetValue(name, out var fact) ? fact.Type.RawBytes(Elements(fact.Shape)) : 0;

    public static long Elements(ReadOnlySpan<long> shape)
    {
        var product = 1L;
        foreach (var size in shape)
        {
            product = checked(product * size);
        }

        return product;
    }
}
