using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Gives every input its size, and forgets what the exporter wrote about sizes inside.</summary>
internal static class FixedInputs
{
    public static void Apply(WorkGraph graph, IReadOnlyDictionary<string, long[]> shapes)
    {
        var parts = graph.Model.Graph;
        foreach (var input in parts.Inputs)
        {
            Fix(input, shapes.GetValueOrDefault(input.Name));
        }

        foreach (var name in shapes.Keys)
        {
            if (parts.Inputs.All(input => input.Name != name))
            {
                throw new QuantizationRefusedException(
                    "", $"the model has no input '{name}'; it has {string.Join(", ", parts.Inputs.Select(static input => $"'{input.Name}'"))}");
            }
        }

        parts.ValueInfos.Clear();
        foreach (var output in parts.Outputs)
        {
            output.Type = null;
        }
    }

    private static void Fix(OnnxValueInfo input, long[]? shape)
    {
        if (input.Type is not { Kind: OnnxTypeKind.Tensor } type)
        {
            throw new QuantizationRefusedException("", $"input '{input.Name}' is not a tensor");
        }

        if (type.ElementType.Bits() < 8 || (shape?.Any(static size => size < 1) ?? false))
        {
            throw new QuantizationRefusedException(
                "", $"input '{input.Name}' of {type.ElementType} cannot be given numbers of shape [{string.Join(", ", shape ?? [])}]");
        }

        if (shape is not null && type.Shape is { } declared && !Fits(declared, shape))
        {
            throw new QuantizationRefusedException(
                "", $"input '{input.Name}' is {Shown(declared)} in the model and cannot be [{string.Join(", ", shape)}]");
        }

        shape ??= type.Shape is { } known && known.All(static size => size.Size is not null) ? [.. known.Select(static size => size.Size!.Value)] : null;
        type.Shape = [.. (shape ?? throw new QuantizationRefusedException(
            "", $"input '{input.Name}' leaves sizes open ({Shown(type.Shape)}): give it a shape")).Select(static size => new OnnxDimension(size))];
    }

    private static bool Fits(IReadOnlyList<OnnxDimension> declared, long[] shape) =>
        declared.Count == shape.Length && declared.Zip(shape).All(static pair => pair.First.Size is null || pair.First.Size == pair.Second);

    private static string Shown(IReadOnlyList<OnnxDimension>? shape) =>
        shape is null ? "of any rank" : $"[{string.Join(", ", shape.Select(static size => size.Size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (size.Symbol.Length > 0 ? size.Symbol : "?")))}]";
}
