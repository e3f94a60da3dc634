using System.Text.Json;

namespace EdgeVision.Testing.JsonSchema;

/// <summary>
/// Checks a JSON value against a JSON Schema (2020-12): the keywords that our schemas use, no more. A schema with any
/// other keyword is refused, so that no rule is passed over in silence.
/// </summary>
public sealed class JsonSchemaValidator
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "default", "examples", "$defs"];
    private readonly JsonElement _root;

    /// <exception cref="NotSupportedException">The schema uses a keyword this validator does not know.</exception>
    public JsonSchemaValidator(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        _root = document.RootElement.Clone();
    }

    /// <summary>Everything that is wrong, each with its place; empty when valid.</summary>
    public IReadOnlyList<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Errors(document.RootElement);
    }

    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        Check(_root, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Require(schema.ValueKind == JsonValueKind.True, $"{at}: nothing is allowed here", errors);
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            CheckKeyword(keyword, schema, value, at, errors);
        }
    }

    private void CheckKeyword(JsonProperty keyword, JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        var rule = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Check(Resolve(rule.GetString()!), value, at, errors);
                break;
            case "anyOf":
                Require(rule.EnumerateArray().Any(option => Fits(option, value)), $"{at}: fits none of anyOf", errors);
                break;
            case "oneOf":
                Require(rule.EnumerateArray().Count(option => Fits(option, value)) == 1, $"{at}: fits not exactly one of oneOf", errors);
                break;
            case "properties" or "required" or "additionalProperties" or "patternProperties" or "propertyNames" or "minProperties":
                ObjectKeywords.Check(keyword, schema, value, at, errors, Check);
                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                ArrayKeywords.Check(keyword, value, at, errors, Check);
                break;
            default:
                if (Array.IndexOf(Annotations, keyword.Name) < 0)
                {
                    ValueKeywords.Check(keyword, value, at, errors);
                }

                break;
        }
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "$", errors);
        return errors.Count == 0;
    }

    private JsonElement Resolve(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"reference '{reference}' leaves the schema");
        }

        return reference[2..].Split('/').Aggregate(_root, (at, name) => at.GetProperty(name));
    }

    private static void Require(bool holds, string error, List<string> errors)
    {
        if (!holds)
        {
            errors.Add(error);
        }
    }
}
