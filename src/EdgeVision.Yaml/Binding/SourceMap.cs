using EdgeVision.Yaml.Nodes;

namespace EdgeVision.Yaml.Binding;

/// <summary>Where each option was written, by its path, for rules that look at bound values.</summary>
public sealed class SourceMap(Origin root)
{
    private readonly Dictionary<string, (Origin Key, Origin Value)> _places = new(StringComparer.Ordinal);

    internal void Set(string path, Origin key, Origin value) => _places[path] = (key, value);

    /// <summary>True when the option was written, not left out.</summary>
    public bool Holds(string path) => _places.ContainsKey(path);

    /// <summary>The place of an option's value; of one that was left out, the nearest key that would hold it.</summary>
    public Origin Find(string path) => _places.TryGetValue(path, out var at) ? at.Value : FindKey(path);

    /// <summary>The place of an option's key, or of the nearest key that would hold it.</summary>
    public Origin FindKey(string path)
    {
        while (true)
        {
            if (_places.TryGetValue(path, out var at))
            {
                return at.Key;
            }

            var cut = path.LastIndexOfAny(['.', '[']);
            if (cut < 0)
            {
                return root;
            }

            path = path[..cut];
        }
    }
}
