using System.Globalization;

namespace EdgeVision.Yaml.Values;

/// <summary>A share of a whole, written <c>10%</c>.</summary>
/// <param name="Fraction">0 to 1.</param>
public readonly record struct Percentage(double Fraction)
{
    /// <summary>Reads 0% to 100%.</summary>
    public static bool TryParse(string text, out Percentage share)
    {
        share = default;
        if (!text.EndsWith('%')
            || !decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent > 100)
        {
            return false;
        }

        share = new Percentage((double)(percent / 100));
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fraction * 100:0.####}%");
}
