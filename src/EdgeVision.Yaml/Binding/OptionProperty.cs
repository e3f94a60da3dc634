using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>
/// One option of a record: its key, binder and rules. Rules are .NET's own attributes, so that option records need no
/// reference to this project: required (the C# word), [Range] (with typeof(TimeSpan) and texts such as "500ms"),
/// [RegularExpression], [MinLength], [MaxLength], and [JsonPropertyName] or [JsonIgnore] for the key.
/// </summary>
internal sealed class OptionProperty
{
    private OptionProperty(PropertyInfo property, BinderRegistry registry)
    {
        Property = property;
        Key = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Spelled.Key(property.Name);
        Binder = registry.For(property.PropertyType);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute)) || property.IsDefined(typeof(RequiredAttribute));
        Rules = [.. ValueRule.AllOf(property, Binder)];
    }

    public PropertyInfo Property { get; }

    public string Key { get; }

    public IValueBinder Binder { get; }

    public bool IsRequired { get; }

    public IReadOnlyList<ValueRule> Rules { get; }

    /// <summary>What to write, for the message that it is missing.</summary>
    public string Expected => (string?)Binder.GetType().GetProperty(nameof(ScalarBinder<string>.Expected))?.GetValue(Binder) ?? "…";

    public static OptionProperty[] AllOf(Type type, BinderRegistry registry) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(JsonIgnoreAttribute)))
            .Select(p => new OptionProperty(p, registry)),
    ];

    /// <summary>Reads the entry's value into the record, or notes what is wrong with it.</summary>
    public void Bind(object record, YamlEntry entry, BindScope scope)
    {
        var place = scope.Key(entry);
        if (entry.Value.IsNull && Binder.EmptyMeansLeftOut && !IsRequired)
        {
            return;
        }

        BindBare(record, entry.Value, place);
    }

    /// <summary>Reads a value that stands without its key.</summary>
    public void BindBare(object record, YamlNode node, BindScope place)
    {
        if (Binder.Bind(node, place) is not { } value)
        {
            return;
        }

        if (Rules.FirstOrDefault(rule => !rule.Holds(value)) is { } broken)
        {
            place.Refuse(node.Origin, broken.Refusal(value));
            return;
        }

        Property.SetValue(record, value);
    }

    /// <summary>The schema of the value with its rules.</summary>
    public JsonObject Describe(SchemaScope scope)
    {
        var schema = Binder.Describe(scope);
        foreach (var rule in Rules)
        {
            rule.Describe(schema);
        }

        return schema;
    }

    /// <summary>The record's value as written; null when it has none.</summary>
    public JsonNode? Write(object record) => Property.GetValue(record) is { } value ? Binder.Write(value) : null;
}
