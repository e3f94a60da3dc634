using System.Globalization;
using System.Text.RegularExpressions;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>Reads the value of an option into the text that its provider takes.</summary>
internal static class OptionValue
{
    /// <summary>Null with a complaint when it is none.</summary>
    public static string? Read(ProviderOption option, string text, out string complaint)
    {
        complaint = "";
        var value = option.Type switch
        {
            ProviderOptionType.Switch => Switch(option, text),
            ProviderOptionType.Integer => Integer(option, text),
            ProviderOptionType.Bytes => Bytes(option, text),
            ProviderOptionType.Word => option.Words.Contains(text) ? text : null,
            _ => IsText(option, text) ? text : null,
        };
        if (value is null)
        {
            var hint = option.Type == ProviderOptionType.Word ? Spelling.Suggest(text, option.Words) : "";
            complaint = $"{Words.Quote(text)} is not {Expected(option)}{hint}";
        }

        return value;
    }

    /// <summary>What is allowed: "an integer from 0 to 5".</summary>
    public static string Expected(ProviderOption option) => option.Type switch
    {
        ProviderOptionType.Switch => "true or false",
        ProviderOptionType.Integer => "an integer" + Range(option),
        ProviderOptionType.Bytes => "a size such as 64MiB" + Range(option),
        ProviderOptionType.Word => $"one of {Words.Or(option.Words)}",
        ProviderOptionType.Path => "a path",
        _ => option.Example.Length > 0 ? $"a text such as {option.Example}" : "a text",
    };

    private static string? Switch(ProviderOption option, string text) => text switch
    {
        "true" or "True" or "1" => option.On,
        "false" or "False" or "0" => option.Off,
        _ => null,
    };

    private static string? Integer(ProviderOption option, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Within(option, number) : null;

    private static string? Bytes(ProviderOption option, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Within(option, number);
        }

        return ByteSize.TryParse(text, out var size) ? Within(option, size.Bytes) : null;
    }

    private static string? Within(ProviderOption option, long number) =>
        number >= (option.Min ?? long.MinValue) && number <= (option.Max ?? long.MaxValue) ? number.ToString(CultureInfo.InvariantCulture) : null;

    private static bool IsText(ProviderOption option, string text) =>
        text.Length > 0 && (option.Pattern.Length == 0 || Regex.IsMatch(text, $@"\A(?:{option.Pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    private static string Range(ProviderOption option) => (option.Min, option.Max) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $" of {least} or more"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $" of at most {most}"),
        _ => "",
    };
}
