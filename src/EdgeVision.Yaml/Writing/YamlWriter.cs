using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeVision.Yaml.Writing;

/// <summary>
/// Writes values as YAML that <see cref="Reading.YamlReader"/> reads back: mappings with one key a line, lists in
/// brackets, texts in double quotes unless they are plain words. Mappings inside lists are written in braces.
/// </summary>
public static class YamlWriter
{
    private const int Indent = 2;

    // JSON's escapes are YAML's too; only what our reader refuses unescaped is escaped.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Plain, these words would be a switch, nothing, or a number of some YAML version.
    private static readonly string[] OtherThings = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <param name="root">Keys that are plain words, values of texts, numbers, switches, lists and mappings.</param>
    public static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        Mapping(text, root, 0);
        return text.ToString();
    }

    /// <summary>Writes an options record by the binders that read it.</summary>
    public static string Write<T>(T value, Binding.BinderRegistry registry)
        where T : class
        => Write(registry.For(typeof(T)).Write(value)!.AsObject());

    private static void Mapping(StringBuilder text, JsonObject mapping, int depth)
    {
        foreach (var (key, value) in mapping)
        {
            text.Append(' ', depth * Indent).Append(Text(key)).Append(':');
            if (value is JsonObject { Count: > 0 } inner)
            {
                text.Append('\n');
                Mapping(text, inner, depth + 1);
            }
            else
            {
                text.Append(' ').Append(Flow(value)).Append('\n');
            }
        }
    }

    private static string Flow(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        JsonObject mapping => $"{{{string.Join(", ", mapping.Select(entry => $"{Text(entry.Key)}: {Flow(entry.Value)}"))}}}",
        _ when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Text(string text) => IsPlain(text) ? text : JsonSerializer.Serialize(text, Quoting);

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/')
        && !OtherThings.Contains(text, StringComparer.OrdinalIgnoreCase);
}
