using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Each row of the table of device classes says how and when it was verified, or that it was not.</summary>
internal static class VerifiedRowRule
{
    public const string Not = "not verified on hardware";

    private const string How = "verified: ";
    private const string Head = "| device class |";

    // "verified: how, when" in a few words at least, with a year.
    private const int ShortestProof = 20;

    public static IEnumerable<Violation> Check(TextFile document)
    {
        var head = document.Lines.ToList().FindIndex(line => line.StartsWith(Head, StringComparison.Ordinal));
        if (head < 0)
        {
            yield return new(document.Path, 0, $"has no table that starts with '{Head}'");
            yield break;
        }

        var columns = Cells(document.Lines[head]).Length;
        for (var line = head + 2; line < document.Lines.Count && document.Lines[line].StartsWith('|'); line++)
        {
            var cells = Cells(document.Lines[line]);
            if (cells.Length != columns || cells.Any(cell => cell.Length == 0))
            {
                yield return new(document.Path, line + 1, $"has not {columns} filled cells");
            }
            else if (cells[^1] != Not && !IsProof(cells[^1]))
            {
                yield return new(document.Path, line + 1, $"says neither '{How}how, when' nor '{Not}'");
            }
        }
    }

    /// <summary>The device class and provider of each row, for a test that looks for missing ones.</summary>
    public static IEnumerable<string> Providers(TextFile document) =>
        document.Lines.SkipWhile(line => !line.StartsWith(Head, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => Cells(line)[1]);

    private static bool IsProof(string cell) =>
        cell.StartsWith(How, StringComparison.Ordinal) && cell.Length >= How.Length + ShortestProof
        && Enumerable.Range(2024, 50).Any(year => cell.Contains($" {year}", StringComparison.Ordinal));

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
