using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Splits tensors into groups that are small enough to be held at once.</summary>
internal static class TapGroups
{
    /// <summary>Each tensor in one group, in the given order; a tensor larger than the limit is alone in its group.</summary>
    /// <exception cref="ArgumentException">A tensor is unknown or does not hold float32.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        IReadOnlyDictionary<string, TensorFact> facts, IEnumerable<string> tensors, long limitBytes)
    {
        var groups = new List<IReadOnlyList<string>>();
        var group = new List<string>();
        var held = 0L;
        foreach (var tensor in tensors.Distinct(StringComparer.Ordinal))
        {
            var bytes = Bytes(facts, tensor);
            if (group.Count > 0 && held + bytes > limitBytes)
            {
                groups.Add(group);
                group = [];
                held = 0;
            }

            group.Add(tensor);
            held += bytes;
        }

        return group.Count > 0 ? [.. groups, group] : groups;
    }

    private static long Bytes(IReadOnlyDictionary<string, TensorFact> facts, string tensor)
    {
        var fact = facts.GetValueOrDefault(tensor)
            ?? throw new ArgumentException($"the model has no tensor '{tensor}'", nameof(tensor));
        return fact.Type == OnnxDataType.Float32
            ? fact.Shape.Aggregate((long)sizeof(float), static (product, size) => checked(product * size))
            : throw new ArgumentException($"tensor '{tensor}' holds {fact.Type}; only float32 can be tapped", nameof(tensor));
    }
}
