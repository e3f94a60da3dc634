using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Every package we use has a row with its reason in docs/dependencies.md.</summary>
internal static partial class DependencyRule
{
    private const int FewestWords = 3;

    /// <param name="packages">Directory.Packages.props.</param>
    /// <param name="document">Rows of | `name` | reason |.</param>
    /// <param name="others">Names from Debian and npm.</param>
    public static IEnumerable<Violation> Check(TextFile packages, TextFile document, IReadOnlyCollection<string> others)
    {
        var central = PackageVersion().Matches(packages.Text).Select(match => match.Groups[1].Value).ToList();
        var rows = Row().Matches(document.Text).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        foreach (var name in central.Concat(others).Where(name => !rows[name].Any(reason => reason.Split(' ').Length >= FewestWords)))
        {
            yield return new(document.Path, 0, $"no line with a reason for {name}");
        }

        foreach (var name in rows.Select(row => row.Key).Except(central).Except(others))
        {
            yield return new(document.Path, 0, $"{name} is explained but nothing uses it");
        }
    }

    [GeneratedRegex("<PackageVersion\\s+Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"^\| `([^`]+)` \|([^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
