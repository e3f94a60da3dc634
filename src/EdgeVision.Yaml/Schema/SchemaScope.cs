using System.Text.Json.Nodes;
using EdgeVision.Yaml.Binding;

namespace EdgeVision.Yaml.Schema;

/// <summary>Collects the definitions of records while a schema is written, each once.</summary>
public sealed class SchemaScope
{
    internal SchemaScope(BinderRegistry registry) => Registry = registry;

    public BinderRegistry Registry { get; }

    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);
    private readonly XmlDocs _docs = new();

    /// <summary>The records defined so far, by name.</summary>
    public JsonObject Definitions()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _definitions)
        {
            all[name] = schema;
        }

        return all;
    }

    /// <param name="record">The record to define.</param>
    /// <param name="unionKey">The key that names the case of a union, or empty.</param>
    /// <param name="word">The word this case has there.</param>
    /// <returns>A reference to the record's definition.</returns>
    internal JsonObject Define(RecordBinder record, string unionKey, string word = "")
    {
        var name = Spelled.Key(record.Type.Name);
        if (!_definitions.ContainsKey(name))
        {
            var schema = new JsonObject();
            _definitions[name] = schema;
            Fill(schema, record, unionKey, word);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private void Fill(JsonObject schema, RecordBinder record, string unionKey, string word)
    {
        if (_docs.Of(record.Type) is { } summary)
        {
            schema["description"] = summary;
        }

        schema["type"] = "object";
        schema["additionalProperties"] = false;
        var required = new JsonArray();
        var properties = new JsonObject();
        if (unionKey.Length > 0)
        {
            properties[unionKey] = new JsonObject { ["const"] = word };
            required.Add((JsonNode)unionKey);
        }

        var defaults = Activator.CreateInstance(record.Type)!;
        foreach (var property in record.Properties)
        {
            properties[property.Key] = Option(property, defaults);
            if (property.IsRequired)
            {
                required.Add((JsonNode)property.Key);
            }
        }

        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }
    }

    private JsonObject Option(OptionProperty property, object defaults)
    {
        var described = property.Describe(this);
        var schema = new JsonObject();
        var words = property.Rules.Select(rule => rule.Remark).Prepend(_docs.Of(property.Property)).Where(w => !string.IsNullOrEmpty(w)).Select(w => w!.TrimEnd('.'));
        if (string.Join(". ", words) is { Length: > 0 } description)
        {
            schema["description"] = description + ".";
        }

        if (property.Binder.EmptyMeansLeftOut && !property.IsRequired)
        {
            described = new JsonObject { ["anyOf"] = new JsonArray(described, new JsonObject { ["type"] = "null" }) };
        }

        foreach (var (word, value) in described.ToArray())
        {
            described.Remove(word);
            schema[word] = value;
        }

        if (property.Write(defaults) is { } usual and not JsonObject)
        {
            schema["default"] = usual;
        }

        return schema;
    }
}
