using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A whole decimal number without quotes, leading zeros (octal in other readers), underscores or 0x.</summary>
internal sealed class IntegerBinder<T> : ScalarBinder<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override string Expected => "a whole number";

    public override bool TryRead(string text, out T value)
    {
        value = default;
        var digits = text.AsSpan().TrimStart('-');
        var isPlainDecimal = digits.Length > 0 && digits.Length >= text.Length - 1
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] != '0' || text.Length == 1);
        return isPlainDecimal && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "integer",
        ["minimum"] = long.CreateChecked(T.MinValue),
        ["maximum"] = long.CreateChecked(T.MaxValue),
    };

    public override JsonNode? Write(object value) => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    protected override string? Check(YamlScalar scalar)
        => !scalar.IsPlain && TryRead(scalar.Text, out _) ? $"is a quoted text; write {scalar.Text} without quotes" : null;

    protected override string Hint(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        if (digits.Length > 1 && digits[0] == '0' && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            var significant = digits.TrimStart('0');
            return $"; leading zeros mean octal to some readers, write {(significant.Length == 0 ? "0" : significant)}";
        }

        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return $"; it must lie between {T.MinValue} and {T.MaxValue}";
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "; leave the fraction out" : "; write digits only";
    }
}
