using System.Globalization;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Schema;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Binding;

internal sealed class DurationBinder : ScalarBinder<TimeSpan>
{
    public override string Expected => "a duration such as 500ms, 2s, 5m or 1h";

    public override bool TryRead(string text, out TimeSpan value) => Duration.TryParse(text, out value);

    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^([0-9]+\.?[0-9]*|\.[0-9]+)(ms|s|m|h|d)$",
    };

    public override JsonNode? Write(object value) => JsonValue.Create(Duration.Write((TimeSpan)value));

    protected override string Hint(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return $"; the unit is missing, write {text}s or {text}ms";
        }

        var tidy = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        tidy = tidy.Replace("seconds", "s", StringComparison.Ordinal).Replace("sec", "s", StringComparison.Ordinal).Replace("min", "m", StringComparison.Ordinal);
        return TryRead(tidy, out _) ? $"; write {tidy}" : "";
    }
}
