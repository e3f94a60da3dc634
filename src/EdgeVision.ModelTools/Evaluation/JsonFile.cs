using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Reads one JSON file and checks its fields, so that every error names the file and the place in it.</summary>
internal static class JsonFile
{
    public static T Read<T>(string path, JsonTypeInfo<T> type, string expected)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw Bad(path, $"holds only null; expected {expected}");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: not {expected}: {e.Message}", e);
        }
    }

    public static InvalidDataException Bad(string path, string what) => new($"{path}: {what}");

    public static T Need<T>(T? value, string path, string place, string field)
        where T : struct => value ?? throw Missing(path, place, field);

    public static T Need<T>(T? value, string path, string place, string field)
        where T : class => value ?? throw Missing(path, place, field);

    /// <summary>A box [x, y, width, height] of finite numbers, the size not negative.</summary>
    public static double[] NeedBox(double[]? box, string path, string place)
    {
        var numbers = Need(box, path, place, "bbox");
        var good = numbers.Length == 4 && Array.TrueForAll(numbers, double.IsFinite) && numbers[2] >= 0 && numbers[3] >= 0;
        return good
            ? numbers
            : throw Bad(path, $"{place}.bbox is [{string.Join(", ", numbers)}]; write [x, y, width, height] in pixels, the size not negative");
    }

    private static InvalidDataException Missing(string path, string place, string field) =>
        Bad(path, place.Length == 0 ? $"has no \"{field}\"" : $"{place} has no \"{field}\"");
}
