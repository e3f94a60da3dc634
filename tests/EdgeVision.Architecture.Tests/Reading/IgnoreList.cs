using System.Text.RegularExpressions;

namespace EdgeVision.Architecture.Tests.Reading;

/// <summary>The patterns of .gitignore that this repository uses: names, folders (`bin/`), paths from the root (`/.state/`), `*`, and `!` for what is taken after all.</summary>
public sealed class IgnoreList
{
    private readonly List<(Regex Pattern, bool Hides)> _patterns = [];

    public IgnoreList(string gitignore)
    {
        foreach (var line in gitignore.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.Contains("**", StringComparison.Ordinal) || line.Contains('[', StringComparison.Ordinal))
            {
                throw new NotSupportedException($".gitignore: '{line}' is a pattern the architecture tests cannot read; teach IgnoreList");
            }

            _patterns.Add((Compile(line.TrimStart('!')), line[0] != '!'));
        }
    }

    /// <summary>As in git, the last pattern that matches decides.</summary>
    /// <param name="path">Relative to the root; a folder's ends with a slash.</param>
    public bool Hides(string path) => _patterns.FindLast(one => one.Pattern.IsMatch(path)).Hides;

    private static Regex Compile(string pattern)
    {
        var anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var body = Regex.Escape(pattern.TrimStart('/')).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        var end = pattern[^1] == '/' ? "" : "(/|$)";
        return new Regex((anchored ? "^" : "(^|/)") + body + end, RegexOptions.CultureInvariant);
    }
}
