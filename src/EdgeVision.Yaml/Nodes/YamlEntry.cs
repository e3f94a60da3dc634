namespace EdgeVision.Yaml.Nodes;

/// <summary>One key with its value; the key has a place of its own.</summary>
public sealed record YamlEntry(string Key, Origin KeyOrigin, YamlNode Value);
