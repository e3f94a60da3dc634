using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>Text as it was written: <c>010</c> and <c>yes</c> stay what they are.</summary>
internal sealed class TextBinder : ScalarBinder<string>
{
    public override string Expected => "a text";

    public override bool TryRead(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>Null for an empty text, which cannot be written: its key is left out.</summary>
    public override JsonNode? Write(object value) => value is "" ? null : base.Write(value);

    protected override string? Check(YamlScalar scalar)
        => scalar.Text.Length == 0 ? "is an empty text; write a text, or delete the key" : null;

    // Editors read an unquoted 12 or true as a number or switch; here it is text all the same.
    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = new JsonArray("string", "number", "boolean"),
        ["minLength"] = 1,
    };
}
