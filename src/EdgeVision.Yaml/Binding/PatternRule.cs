using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Binding;

/// <summary>A text of a given form. The attribute's ErrorMessage says the form in words: "use small letters, digits and '-'".</summary>
internal sealed class PatternRule(RegularExpressionAttribute attribute) : ValueRule
{
    // Without backtracking: a hostile text must not cost time.
    private readonly Regex _pattern = new($"^(?:{attribute.Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public override bool Holds(object value) => value is not string text || (_pattern.IsMatch(text) && !text.EndsWith('\n'));

    public override string Refusal(object value) => $"{Words.Quote((string)value)} is not allowed; {attribute.ErrorMessage ?? $"it must match {attribute.Pattern}"}";

    public override void Describe(JsonObject schema) => schema["pattern"] = $"^(?:{attribute.Pattern})$";

    public override string? Remark => attribute.ErrorMessage is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : null;
}
