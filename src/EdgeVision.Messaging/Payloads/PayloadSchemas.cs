namespace EdgeVision.Messaging.Payloads;

/// <summary>The JSON Schemas (2020-12) of all payloads, shipped inside the library.</summary>
public static class PayloadSchemas
{
    /// <summary>Their file names, such as detections-v1.json.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(PayloadSchemas).Assembly.GetManifestResourceNames().Where(name => name.EndsWith("-v1.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>One schema's text.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(PayloadSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"there is no schema '{name}'; there are {string.Join(", ", Names)}", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
