namespace EdgeVision.Yaml.Nodes;

/// <summary>Where a value was written: a place in a file, or a source without lines such as an environment variable.</summary>
/// <param name="Source">The file's path as the person gave it, or for example <c>environment EDGEVISION__MQTT__PORT</c>.</param>
/// <param name="Line">From 1; 0 when the source has no lines.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 when the source has no lines.</param>
public readonly record struct Origin(string Source, int Line, int Column)
{
    /// <summary>The source as a whole.</summary>
    public static Origin Whole(string source) => new(source, 0, 0);

    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
