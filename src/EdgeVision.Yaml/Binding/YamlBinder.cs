using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Yaml.Binding;

/// <summary>Reads YAML into option records. All problems are collected; none is an exception.</summary>
public static class YamlBinder
{
    /// <param name="path">A file of at most 256 KiB.</param>
    /// <param name="registry">Null for the built-in types only.</param>
    public static BoundDocument<T> ReadFile<T>(string path, BinderRegistry? registry = null)
        where T : class
        => Bind<T>(YamlReader.ReadFile(path), registry);

    /// <param name="source">The name that problems give.</param>
    /// <param name="utf8">The whole text.</param>
    /// <param name="registry">Null for the built-in types only.</param>
    public static BoundDocument<T> Read<T>(string source, ReadOnlySpan<byte> utf8, BinderRegistry? registry = null)
        where T : class
        => Bind<T>(YamlReader.Read(source, utf8), registry);

    /// <param name="reading">What the reader gave; its problems become the document's.</param>
    /// <param name="registry">Null for the built-in types only.</param>
    public static BoundDocument<T> Bind<T>(YamlReading reading, BinderRegistry? registry = null)
        where T : class
    {
        registry ??= new BinderRegistry();
        var problems = reading.Problems;
        var start = reading.Root?.Origin ?? new Origin(reading.Source, 1, 1);
        var places = new SourceMap(start);
        if (reading.Root is null or { IsNull: true })
        {
            NoteEmpty(reading, problems);
            return new BoundDocument<T>(null, null, problems, places);
        }

        var draft = (T?)registry.For(typeof(T)).Bind(reading.Root, new BindScope(registry, problems, places, ""));
        return new BoundDocument<T>(problems.Any ? null : draft, draft, problems, places);
    }

    private static void NoteEmpty(YamlReading reading, ProblemList problems)
    {
        if (!problems.Any)
        {
            problems.Add(new Origin(reading.Source, 1, 1), "", "is empty; a mapping of keys and values is needed");
        }
    }
}
