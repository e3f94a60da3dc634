using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EdgeVision.Yaml.Tests.Schema;

/// <summary>
/// A small JSON Schema (2020-12) validator for the words our generator uses; a word it does not know is an error, so
/// that nothing in a schema goes unchecked.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();
    private static readonly HashSet<string> Remarks = ["$schema", "$id", "$defs", "title", "description", "default"];

    /// <summary>Why the value is refused, with its place; empty when it is accepted.</summary>
    public IReadOnlyList<string> Complaints(JsonNode? value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path)
        => schema.Where(word => !Remarks.Contains(word.Key)).SelectMany(word => Word(schema, word.Key, word.Value!, value, path));

    private IEnumerable<string> Word(JsonObject schema, string word, JsonNode rule, JsonNode? value, string path) => word switch
    {
        "$ref" => Check(Resolve(rule.GetValue<string>()), value, path),
        "anyOf" => rule.AsArray().Any(one => !Check(one!.AsObject(), value, path).Any()) ? [] : [$"{path}: no case of anyOf fits"],
        "type" => Types(rule).Any(type => IsOf(type, value)) ? [] : [$"{path}: is not of type {rule.ToJsonString()}"],
        "enum" => Fail(!rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), path, word),
        "const" => Fail(!JsonNode.DeepEquals(rule, value), path, word),
        "pattern" => Fail(Text(value) is { } text && !Pattern(rule.GetValue<string>()).IsMatch(text), path, word),
        "minLength" => Fail(Text(value)?.Length < rule.GetValue<int>(), path, word),
        "maxLength" => Fail(Text(value)?.Length > rule.GetValue<int>(), path, word),
        "minimum" => Fail(Number(value) < Number(rule), path, word),
        "maximum" => Fail(Number(value) > Number(rule), path, word),
        "exclusiveMinimum" => Fail(Number(value) <= Number(rule), path, word),
        "exclusiveMaximum" => Fail(Number(value) >= Number(rule), path, word),
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Check(rule.AsObject(), item, $"{path}[{i}]")) : [],
        "minItems" => Fail((value as JsonArray)?.Count < rule.GetValue<int>(), path, word),
        "maxItems" => Fail((value as JsonArray)?.Count > rule.GetValue<int>(), path, word),
        "required" => value is JsonObject mapping ? rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !mapping.ContainsKey(key)).Select(key => $"{path}.{key}: is missing") : [],
        "properties" => value is JsonObject known ? known.Where(p => rule[p.Key] is not null).SelectMany(p => Check(rule[p.Key]!.AsObject(), p.Value, $"{path}.{p.Key}")) : [],
        "additionalProperties" => value is JsonObject all ? all.Where(p => schema["properties"]?[p.Key] is null).SelectMany(p => Additional(rule, p.Value, $"{path}.{p.Key}")) : [],
        "propertyNames" => value is JsonObject named ? named.SelectMany(p => Check(rule.AsObject(), JsonValue.Create(p.Key), $"{path}.{p.Key}")) : [],
        "minProperties" => Fail((value as JsonObject)?.Count < rule.GetValue<int>(), path, word),
        "maxProperties" => Fail((value as JsonObject)?.Count > rule.GetValue<int>(), path, word),
        _ => throw new NotSupportedException($"the schema uses '{word}', which this validator does not know"),
    };

    private IEnumerable<string> Additional(JsonNode rule, JsonNode? value, string path)
        => rule is JsonObject schema ? Check(schema, value, path) : Fail(!rule.GetValue<bool>(), path, "additionalProperties");

    private JsonObject Resolve(string reference)
    {
        Assert.StartsWith("#/$defs/", reference, StringComparison.Ordinal);
        return root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
    }

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && decimal.Truncate(number) == number,
        _ => throw new NotSupportedException(type),
    };

    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(pattern, p => new Regex(p));

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value)
        => value?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string> Fail(bool fails, string path, string word) => fails ? [$"{path}: {word}"] : [];
}
