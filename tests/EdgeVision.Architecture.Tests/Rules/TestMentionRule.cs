using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Nothing in src mentions a test.</summary>
internal static partial class TestMentionRule
{
    public static IEnumerable<Violation> Check(TextFile file)
    {
        for (var line = 0; line < file.Lines.Count; line++)
        {
            if (TestName().Match(file.Lines[line]) is { Success: true } match)
            {
                yield return new(file.Path, line + 1, $"src must not know of {match.Value}");
            }
        }
    }

    [GeneratedRegex(@"EdgeVision(\.\w+)*\.(Tests|Testing|Benchmarks)\b|\bInternalsVisibleTo\b|\busing Xunit\b|Include=""(xunit|FsCheck)[^""]*""")]
    private static partial Regex TestName();
}
