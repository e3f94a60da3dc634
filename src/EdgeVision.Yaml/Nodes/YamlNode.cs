namespace EdgeVision.Yaml.Nodes;

/// <summary>A value of a YAML document with the place it was written at.</summary>
public abstract class YamlNode(Origin origin)
{
    public Origin Origin { get; } = origin;

    /// <summary>What it is, for error texts: "text", "a list", "a mapping".</summary>
    public abstract string Kind { get; }

    /// <summary>Nothing written after the key, or a plain <c>null</c> or <c>~</c>.</summary>
    public virtual bool IsNull => false;
}
