using System.Collections;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A mapping whose keys the person chooses: letters, digits, '-' and '_'.</summary>
internal sealed class DictionaryBinder(Type valueType, BinderRegistry registry) : IValueBinder
{
    private const string KeyPattern = "^[A-Za-z0-9_-]{1,64}$";
    private readonly Lazy<IValueBinder> _value = new(() => registry.For(valueType));

    public bool EmptyMeansLeftOut => true;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node is not YamlMapping mapping)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind} where a mapping of names to values is needed");
        }

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        foreach (var entry in mapping.Entries)
        {
            if (!IsName(entry.Key))
            {
                scope.Refuse(entry.KeyOrigin, $"the name {Words.Quote(entry.Key)} is not allowed; use 1 to 64 letters, digits, '-' and '_'");
            }
            else if (_value.Value.Bind(entry.Value, scope.Key(entry)) is { } value)
            {
                dictionary[entry.Key] = value;
            }
        }

        return dictionary;
    }

    public JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = _value.Value.Describe(scope),
        ["propertyNames"] = new JsonObject { ["pattern"] = KeyPattern },
    };

    public JsonNode? Write(object value)
    {
        var written = new JsonObject();
        foreach (DictionaryEntry entry in (IDictionary)value)
        {
            written[(string)entry.Key] = _value.Value.Write(entry.Value!);
        }

        return written;
    }

    private static bool IsName(string key) => key.Length is > 0 and <= 64 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
