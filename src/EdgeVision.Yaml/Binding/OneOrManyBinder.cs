using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A list that may also be written as its one item.</summary>
internal sealed class OneOrManyBinder(ListBinder list, IValueBinder item) : IValueBinder
{
    public bool EmptyMeansLeftOut => true;

    public object? Bind(YamlNode node, BindScope scope)
        => node is YamlSequence ? list.Bind(node, scope) : item.Bind(node, scope) is { } one ? list.Of(one) : null;

    public JsonObject Describe(SchemaScope scope)
        => new() { ["anyOf"] = new JsonArray(item.Describe(scope), list.Describe(scope)) };

    public JsonNode? Write(object value)
    {
        var written = (JsonArray?)list.Write(value);
        return written is { Count: 1 } ? written[0]?.DeepClone() : written;
    }
}
