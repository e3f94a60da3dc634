using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>
/// A mapping read into a record's init properties; keys the record lacks are refused with the nearest one it has.
/// A property whose value has a problem keeps its default, null where it is required.
/// </summary>
internal sealed class RecordBinder(Type type, BinderRegistry registry) : IValueBinder
{
    private readonly Lazy<OptionProperty[]> _properties = new(() => OptionProperty.AllOf(type, registry));

    public Type Type => type;

    public IReadOnlyList<OptionProperty> Properties => _properties.Value;

    public bool EmptyMeansLeftOut => true;

    public object? Bind(YamlNode node, BindScope scope) => Bind(node, scope, alsoAllowed: null);

    /// <param name="node">The mapping.</param>
    /// <param name="scope">Its place.</param>
    /// <param name="alsoAllowed">A key that someone else reads.</param>
    public object? Bind(YamlNode node, BindScope scope, string? alsoAllowed)
    {
        if (node is not YamlMapping mapping)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind} where a mapping is needed; its keys are {Words.Or(Properties.Select(p => p.Key))}");
        }

        var record = Activator.CreateInstance(type)!;
        foreach (var entry in mapping.Entries.Where(e => e.Key != alsoAllowed))
        {
            if (Properties.FirstOrDefault(p => p.Key == entry.Key) is { } property)
            {
                property.Bind(record, entry, scope);
            }
            else
            {
                RefuseKey(entry, scope);
            }
        }

        RequireAll(mapping, scope);
        return record;
    }

    public JsonObject Describe(SchemaScope scope) => scope.Define(this, "");

    public JsonNode? Write(object value)
    {
        var written = new JsonObject();
        foreach (var property in Properties)
        {
            if (property.Write(value) is { } part)
            {
                written[property.Key] = part;
            }
        }

        return written;
    }

    private void RequireAll(YamlMapping mapping, BindScope scope)
    {
        foreach (var property in Properties.Where(p => p.IsRequired && mapping.Find(p.Key) is null))
        {
            var path = scope.Path.Length == 0 ? property.Key : $"{scope.Path}.{property.Key}";
            scope.Problems.Add(scope.Places.FindKey(scope.Path), path, $"is missing; write {property.Key}: {property.Expected}");
        }
    }

    private void RefuseKey(YamlEntry entry, BindScope scope)
    {
        var path = Words.Quote(scope.Path.Length == 0 ? entry.Key : $"{scope.Path}.{entry.Key}").Trim('\'');
        var message = registry.PlannedKeys(type).Contains(entry.Key)
            ? "is not in this version; delete the key"
            : entry.Key == "<<"
                ? "merging mappings is not supported; write the keys out"
                : $"unknown key{Spelling.Suggest(entry.Key, Properties.Select(p => p.Key))}{KeyList(entry.Key)}";
        scope.Problems.Add(entry.KeyOrigin, path, message);
    }

    private string KeyList(string key)
        => Spelling.Nearest(key, Properties.Select(p => p.Key)) is null ? $"; allowed are {Words.Or(Properties.Select(p => p.Key))}" : "";
}
