using System.Globalization;

namespace EdgeVision.Service.Doctor;

/// <summary>The doctor's findings for people: a line each, its fix below, and all that failed once more at the end.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="isColoured">The first word green, yellow or red.</param>
public sealed class ReportText(TextWriter output, bool isColoured)
{
    private const int SubjectWidth = 18;
    private const string Escape = "\u001b[";

    private static readonly string Margin = new(' ', 6 + SubjectWidth + 1);

    public void Write(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var finding in findings)
        {
            output.WriteLine($"{Word(finding.State)} {finding.Subject.PadRight(SubjectWidth)} {finding.Found}");
            foreach (var detail in finding.State == CheckState.Ok ? [] : finding.Details)
            {
                output.WriteLine($"{Margin}  {detail.TrimEnd()}");
            }

            if (finding.Fix.Length > 0)
            {
                output.WriteLine($"{Margin}→ {finding.Fix}");
            }
        }
    }

    /// <summary>Counts, then each failure with its fix.</summary>
    public void WriteSummary(IReadOnlyList<Finding> all, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(all);
        var failed = all.Where(finding => finding.State == CheckState.Fail).ToArray();
        var warnings = all.Count(finding => finding.State == CheckState.Warn);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(failed.Length == 0 ? "nothing failed" : $"{failed.Length} failed")}, {warnings} warning{(warnings == 1 ? "" : "s")}, {all.Count - failed.Length - warnings} good; {took.TotalSeconds:0.0} s"));
        foreach (var finding in failed)
        {
            output.WriteLine($"{Word(finding.State)} {finding.Subject}: {finding.Found}");
            if (finding.Fix.Length > 0)
            {
                output.WriteLine($"      → {finding.Fix}");
            }
        }
    }

    private string Word(CheckState state)
    {
        var (word, colour) = state switch
        {
            CheckState.Ok => ("ok   ", "32m"),
            CheckState.Warn => ("warn ", "33m"),
            _ => ("fail ", "31m"),
        };
        return isColoured ? $"{Escape}{colour}{word}{Escape}0m" : word;
    }
}
