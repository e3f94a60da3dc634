using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>true or false, without quotes; YAML 1.1's yes, no, on and off are refused with the word to write.</summary>
internal sealed class SwitchBinder : ScalarBinder<bool>
{
    public override string Expected => "true or false";

    public override bool TryRead(string text, out bool value)
    {
        value = text == "true";
        return text is "true" or "false";
    }

    public override JsonObject Describe(SchemaScope scope) => new() { ["type"] = "boolean" };

    public override JsonNode? Write(object value) => JsonValue.Create((bool)value);

    protected override string? Check(YamlScalar scalar) => scalar is { IsPlain: false, Text: "true" or "false" } ? $"is a quoted text; write {scalar.Text} without quotes" : null;

    protected override string Hint(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "ON" or "Y" or "1" or "TRUE" or "ENABLED" => "; write true",
        "NO" or "OFF" or "N" or "0" or "FALSE" or "DISABLED" => "; write false",
        _ => "",
    };
}
