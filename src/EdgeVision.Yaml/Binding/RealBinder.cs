using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A finite number without quotes, with a decimal point.</summary>
internal sealed class RealBinder<T> : ScalarBinder<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override string Expected => "a number";

    public override bool TryRead(string text, out T value)
        => T.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && T.IsFinite(value) && char.IsAsciiLetter(text[^1]) is false && !LooksOctal(text);

    public override JsonObject Describe(SchemaScope scope) => new() { ["type"] = "number" };

    // Through decimal text, so that a float's 0.4 is not written as 0.4000000059604645.
    public override JsonNode? Write(object value) => JsonNode.Parse(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture));

    protected override string? Check(YamlScalar scalar)
        => !scalar.IsPlain && TryRead(scalar.Text, out _) ? $"is a quoted text; write {scalar.Text} without quotes" : null;

    protected override string Hint(string text)
    {
        var withPoint = text.Replace(',', '.');
        if (withPoint != text && TryRead(withPoint, out _))
        {
            return $"; write {withPoint} with a point";
        }

        if (text.EndsWith('%') && TryRead(text[..^1], out _))
        {
            return "; write it as a fraction, such as 0.4 for 40%";
        }

        return LooksOctal(text) ? "; leave out the leading zeros" : "";
    }

    private static bool LooksOctal(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
    }
}
