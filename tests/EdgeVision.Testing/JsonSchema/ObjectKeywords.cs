using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdgeVision.Testing.JsonSchema;

internal static class ObjectKeywords
{
    internal static void Check(
        JsonProperty keyword, JsonElement schema, JsonElement value, string at, List<string> errors,
        Action<JsonElement, JsonElement, string, List<string>> check)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        switch (keyword.Name)
        {
            case "required":
                errors.AddRange(keyword.Value.EnumerateArray().Select(name => name.GetString()!)
                    .Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}: {name} is missing"));
                break;
            case "minProperties":
                if (value.EnumerateObject().Count() < keyword.Value.GetInt32())
                {
                    errors.Add($"{at}: too few properties");
                }

                break;
            default:
                foreach (var property in value.EnumerateObject())
                {
                    CheckProperty(keyword, schema, property, $"{at}.{property.Name}", errors, check);
                }

                break;
        }
    }

    private static void CheckProperty(
        JsonProperty keyword, JsonElement schema, JsonProperty property, string at, List<string> errors,
        Action<JsonElement, JsonElement, string, List<string>> check)
    {
        switch (keyword.Name)
        {
            case "properties":
                if (keyword.Value.TryGetProperty(property.Name, out var rule))
                {
                    check(rule, property.Value, at, errors);
                }

                break;
            case "patternProperties":
                foreach (var pattern in keyword.Value.EnumerateObject().Where(pattern => Regex.IsMatch(property.Name, pattern.Name)))
                {
                    check(pattern.Value, property.Value, at, errors);
                }

                break;
            case "propertyNames":
                check(keyword.Value, JsonSerializer.SerializeToElement(property.Name), at, errors);
                break;
            default:
                if (!IsNamed(schema, property.Name))
                {
                    check(keyword.Value, property.Value, at, errors);
                }

                break;
        }
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns)
            && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));
}
