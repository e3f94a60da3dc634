using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A record that may also be written as the bare value of one of its keys.</summary>
internal sealed class ShorthandBinder(RecordBinder record, string key) : IValueBinder
{
    public bool EmptyMeansLeftOut => false;

    private OptionProperty Short => record.Properties.First(p => p.Key == key);

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node.IsNull || node is YamlSequence)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind}; write {Short.Expected}, or a mapping of {Words.Or(record.Properties.Select(p => p.Key))}");
        }

        if (node is YamlMapping)
        {
            return record.Bind(node, scope);
        }

        var bound = Activator.CreateInstance(record.Type)!;
        Short.BindBare(bound, node, scope);
        return bound;
    }

    public JsonObject Describe(SchemaScope scope)
    {
        var bare = Short.Describe(scope);
        return new JsonObject { ["anyOf"] = new JsonArray(bare, record.Describe(scope)) };
    }

    public JsonNode? Write(object value)
    {
        var written = (JsonObject?)record.Write(value);
        return written is { Count: 1 } && written.ContainsKey(key) ? written[key]!.DeepClone() : written;
    }
}
