using System.Globalization;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Binding;

/// <summary>The place in the document that is being bound, and where to note problems.</summary>
public sealed class BindScope
{
    internal BindScope(BinderRegistry registry, ProblemList problems, SourceMap places, string path)
        => (Registry, Problems, Places, Path) = (registry, problems, places, path);

    public BinderRegistry Registry { get; }

    /// <summary>Such as <c>cameras[0].detect.fps</c>; empty at the root.</summary>
    public string Path { get; }

    public ProblemList Problems { get; }

    internal SourceMap Places { get; }

    /// <summary>The scope of a key; remembers where it stands.</summary>
    public BindScope Key(YamlEntry entry) => Child(Path.Length == 0 ? entry.Key : $"{Path}.{entry.Key}", entry.KeyOrigin, entry.Value.Origin);

    /// <summary>The scope of a list's item; remembers where it stands.</summary>
    public BindScope Item(int index, Origin at) => Child(string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), at, at);

    /// <summary>Notes a problem with this place.</summary>
    /// <returns>Null, for returning on.</returns>
    public object? Refuse(Origin at, string message)
    {
        Problems.Add(at, Path, message);
        return null;
    }

    private BindScope Child(string path, Origin key, Origin value)
    {
        Places.Set(path, key, value);
        return new BindScope(Registry, Problems, Places, path);
    }
}
