namespace EdgeVision.Yaml.Nodes;

/// <summary>Keys with values, in the order they were written. Keys are unique.</summary>
public sealed class YamlMapping(Origin origin, IReadOnlyList<YamlEntry> entries) : YamlNode(origin)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a mapping";

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
