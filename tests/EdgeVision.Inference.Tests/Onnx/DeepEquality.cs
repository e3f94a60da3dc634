using System.Collections;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Compares two values property by property, so that a forgotten one shows.</summary>
internal static class DeepEquality
{
    /// <summary>The way to the first difference; null when there is none.</summary>
    public static string? Difference(object? one, object? other, string path = "it")
    {
        if (one is null || other is null)
        {
            return one == other ? null : path;
        }

        return (one, other) switch
        {
            (ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> others) => bytes.Span.SequenceEqual(others.Span) ? null : path,
            (string or ValueType, _) => one.Equals(other) ? null : $"{path}: {one} and {other}",
            (IList list, IList others) => Lists(list, others, path),
            _ => one.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => Difference(property.GetValue(one), property.GetValue(other), $"{path}.{property.Name}"))
                .FirstOrDefault(difference => difference is not null),
        };
    }

    private static string? Lists(IList list, IList others, string path) => list.Count != others.Count
        ? $"{path}: {list.Count} and {others.Count} entries"
        : Enumerable.Range(0, list.Count)
            .Select(index => Difference(list[index], others[index], $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
}
