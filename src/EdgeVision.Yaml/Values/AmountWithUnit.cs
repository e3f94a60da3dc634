using System.Buffers;
using System.Globalization;

namespace EdgeVision.Yaml.Values;

/// <summary>Splits <c>1.5MiB</c> into 1.5 and MiB.</summary>
internal static class AmountWithUnit
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <returns>False when there is no number in front.</returns>
    public static bool TrySplit(string text, out decimal amount, out string unit)
    {
        var split = text.AsSpan().IndexOfAnyExcept(Digits);
        split = split < 0 ? text.Length : split;
        unit = text[split..];
        return decimal.TryParse(text.AsSpan(0, split), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }
}
