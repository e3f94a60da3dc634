namespace EdgeVision.Yaml.Reading;

/// <summary>How much a document may hold; each limit is far above any real device file.</summary>
public sealed record YamlLimits
{
    public static YamlLimits Default { get; } = new();

    /// <summary>Size of the whole text in bytes.</summary>
    public int Bytes { get; init; } = 256 * 1024;

    /// <summary>Lists and mappings within each other.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Values, keys, lists and mappings together.</summary>
    public int Nodes { get; init; } = 20_000;

    /// <summary>UTF-16 units of one value or key.</summary>
    public int ScalarLength { get; init; } = 8192;
}
