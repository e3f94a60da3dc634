using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeVision.Yaml.Binding;

/// <summary>How many items a list or mapping has, or characters a text.</summary>
internal sealed class LengthRule(int least, int most) : ValueRule
{
    public override bool Holds(object value) => LengthOf(value) >= least && LengthOf(value) <= most;

    public override string Refusal(object value)
    {
        var unit = value is string ? "characters" : "entries";
        var limit = LengthOf(value) < least ? $"too few, write at least {least}" : $"too many, write at most {most}";
        return string.Create(CultureInfo.InvariantCulture, $"has {LengthOf(value)} {unit}: {limit}");
    }

    public override void Describe(JsonObject schema)
    {
        var (low, high) = schema["type"]?.ToString() switch
        {
            "array" => ("minItems", "maxItems"),
            "object" => ("minProperties", "maxProperties"),
            _ => ("minLength", "maxLength"),
        };
        if (least > 0)
        {
            schema[low] = least;
        }

        if (most < int.MaxValue)
        {
            schema[high] = most;
        }
    }

    private static int LengthOf(object value) => value switch
    {
        string text => text.Length,
        ICollection collection => collection.Count,
        _ => 0,
    };
}
