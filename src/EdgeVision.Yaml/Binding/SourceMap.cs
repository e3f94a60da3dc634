using EdgeVision.Yaml.Nodes;

namespace EdgeVision.Yaml.Binding;

/// <summary>Where each option was written, by its path, for rules that look at bound values.</summary>
public sealed class SourceMap(Origin root)
{
    private readonly Dictionary<string, Origin> _places = new(StringComparer.Ordinal);

    internal void Set(string path, Origin at) => _places[path] = at;

    /// <summary>True when the option was written, not left out.</summary>
    public bool Holds(string path) => _places.ContainsKey(path);

    /// <summary>The place of an option, or of the nearest part of the document that would hold it.</summary>
    public Origin Find(string path)
    {
        while (true)
        {
            if (_places.TryGetValue(path, out var at))
            {
                return at;
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
