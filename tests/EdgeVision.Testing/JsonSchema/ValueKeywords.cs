using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdgeVision.Testing.JsonSchema;

/// <summary>Keywords about one value: its type, its range, its text.</summary>
internal static class ValueKeywords
{
    internal static void Check(JsonProperty keyword, JsonElement value, string at, List<string> errors)
    {
        var rule = keyword.Value;
        var holds = keyword.Name switch
        {
            "type" => rule.ValueKind == JsonValueKind.Array
                ? rule.EnumerateArray().Any(type => IsOf(type.GetString()!, value)) : IsOf(rule.GetString()!, value),
            "const" => JsonElement.DeepEquals(rule, value),
            "enum" => rule.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
            "minimum" => !IsNumber(value) || value.GetDouble() >= rule.GetDouble(),
            "maximum" => !IsNumber(value) || value.GetDouble() <= rule.GetDouble(),
            "exclusiveMinimum" => !IsNumber(value) || value.GetDouble() > rule.GetDouble(),
            "exclusiveMaximum" => !IsNumber(value) || value.GetDouble() < rule.GetDouble(),
            "minLength" => !IsText(value) || Length(value) >= rule.GetInt32(),
            "maxLength" => !IsText(value) || Length(value) <= rule.GetInt32(),
            "pattern" => !IsText(value) || Regex.IsMatch(value.GetString()!, rule.GetString()!),
            _ => throw new NotSupportedException($"{at}: keyword '{keyword.Name}' is not known here"),
        };

        if (!holds)
        {
            errors.Add($"{at}: {value.GetRawText()} breaks {keyword.Name} {rule.GetRawText()}");
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => IsText(value),
        "number" => IsNumber(value),
        "integer" => IsNumber(value) && double.IsInteger(value.GetDouble()),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"there is no type '{type}'"),
    };

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    // Characters, not UTF-16 units, as the standard wants.
    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();
}
