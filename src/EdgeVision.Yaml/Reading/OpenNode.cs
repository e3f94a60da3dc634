using EdgeVision.Yaml.Nodes;

namespace EdgeVision.Yaml.Reading;

/// <summary>A list or mapping whose end has not come yet.</summary>
internal sealed class OpenNode(Origin origin, bool isMapping, bool isBracketed)
{
    private readonly Dictionary<string, Origin> _keys = new(StringComparer.Ordinal);
    private readonly List<YamlEntry> _entries = [];
    private readonly List<YamlNode> _items = [];

    /// <summary>"; the [ in line 3 may lack its ]", or nothing for one that ends by indentation.</summary>
    public string Remark => !isBracketed ? "" : isMapping ? $"; the {{ in line {origin.Line} may lack its }}" : $"; the [ in line {origin.Line} may lack its ]";

    /// <summary>The next value of a mapping is a key.</summary>
    public bool WantsKey => isMapping && PendingKey is null;

    public string? PendingKey { get; private set; }

    public Origin PendingOrigin { get; private set; }

    /// <summary>Where this key stood before, or null when it is new.</summary>
    public Origin? SetKey(string key, Origin at)
    {
        (PendingKey, PendingOrigin) = (key, at);
        return _keys.TryAdd(key, at) ? null : _keys[key];
    }

    /// <summary>Adds an item, or the value of the pending key; of two equal keys the first stays.</summary>
    public void Add(YamlNode node)
    {
        if (!isMapping)
        {
            _items.Add(node);
            return;
        }

        if (_keys[PendingKey!] == PendingOrigin)
        {
            _entries.Add(new YamlEntry(PendingKey!, PendingOrigin, node));
        }

        PendingKey = null;
    }

    public YamlNode Close() => isMapping ? new YamlMapping(origin, _entries) : new YamlSequence(origin, _items);
}
