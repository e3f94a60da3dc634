using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>Reads one C# type from YAML, writes its values and describes it for a JSON Schema: one place per type for all three.</summary>
public interface IValueBinder
{
    /// <summary>A key with nothing after it counts as left out. True for lists and mappings, whose content people comment out.</summary>
    bool EmptyMeansLeftOut { get; }

    /// <returns>The value, or null after a problem was noted in <paramref name="scope"/>.</returns>
    object? Bind(YamlNode node, BindScope scope);

    /// <summary>A JSON Schema that accepts what <see cref="Bind"/> accepts.</summary>
    JsonObject Describe(SchemaScope scope);

    /// <summary>The value as a person would write it, in JSON's terms; null when it has no written form.</summary>
    JsonNode? Write(object value);
}
