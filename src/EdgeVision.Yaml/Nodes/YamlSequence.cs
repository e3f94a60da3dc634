namespace EdgeVision.Yaml.Nodes;

/// <summary>A list of values.</summary>
public sealed class YamlSequence(Origin origin, IReadOnlyList<YamlNode> items) : YamlNode(origin)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Kind => "a list";
}
