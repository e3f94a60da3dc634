using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Every relative link of a document leads to a file or folder of the repository.</summary>
internal static partial class LinkRule
{
    /// <param name="document">A Markdown file.</param>
    /// <param name="exists">Whether a path relative to the root is there.</param>
    public static IEnumerable<Violation> Check(TextFile document, Predicate<string> exists)
    {
        var fenced = false;
        for (var line = 0; line < document.Lines.Count; line++)
        {
            var text = document.Lines[line];
            fenced ^= text.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (fenced)
            {
                continue;
            }

            foreach (var target in Targets(CodeSpan().Replace(text, "")).Where(target => !exists(Resolve(document.Path, target))))
            {
                yield return new(document.Path, line + 1, $"the link '{target}' leads nowhere");
            }
        }
    }

    private static IEnumerable<string> Targets(string line) =>
        Link().Matches(line)
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Where(target => !Scheme().IsMatch(target))
            .Select(target => Uri.UnescapeDataString(target.Split('#')[0]))
            .Where(target => target.Length > 0);

    private static string Resolve(string document, string target)
    {
        var folder = Path.GetDirectoryName("/" + document)!;
        return Path.GetRelativePath("/", Path.GetFullPath(target, folder));
    }

    [GeneratedRegex(@"\]\(<?([^)>\s]+)>?(?:\s+""[^""]*"")?\)|^\[[^\]]+\]:\s+(\S+)")]
    private static partial Regex Link();

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*:|//)")]
    private static partial Regex Scheme();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();
}
