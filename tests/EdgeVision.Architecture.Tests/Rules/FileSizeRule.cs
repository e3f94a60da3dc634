using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Files hold one idea: median at most 120 lines, nine of ten at most 300, none over 600 without a reason.</summary>
internal static class FileSizeRule
{
    public const int Median = 120;
    public const int Ninetieth = 300;
    public const int Most = 600;

    /// <param name="files">C# files.</param>
    /// <param name="knownLarge">Lines of `path: reason`; # starts a comment.</param>
    public static IEnumerable<Violation> Check(IReadOnlyList<TextFile> files, TextFile knownLarge)
    {
        var reasons = knownLarge.Lines.Where(line => line.Trim() is [not '#', ..]).Select(line => line.Split(':', 2)).ToList();
        var excused = reasons.Where(parts => parts is [_, { } reason] && reason.Trim().Length > 0).Select(parts => parts[0].Trim()).ToHashSet();
        foreach (var parts in reasons.Where(parts => !excused.Contains(parts[0].Trim())))
        {
            yield return new(knownLarge.Path, 0, $"{parts[0].Trim()} has no reason");
        }

        foreach (var file in files.Where(file => file.Lines.Count > Most && !excused.Contains(file.Path)))
        {
            yield return new(file.Path, 0, $"{file.Lines.Count} lines; split it, or give a reason in {knownLarge.Path}");
        }

        foreach (var path in excused.Where(path => !files.Any(file => file.Path == path && file.Lines.Count > Most)))
        {
            yield return new(knownLarge.Path, 0, $"{path} is not over {Most} lines: take it out");
        }
    }

    /// <summary>The two limits on the whole.</summary>
    public static IEnumerable<Violation> CheckSpread(IReadOnlyList<TextFile> files)
    {
        var sizes = files.Select(file => file.Lines.Count).Order().ToArray();
        return OverAt(sizes, 0.5, Median, "median").Concat(OverAt(sizes, 0.9, Ninetieth, "90th percentile"));
    }

    private static IEnumerable<Violation> OverAt(int[] sizes, double share, int most, string name)
    {
        var size = sizes.Length == 0 ? 0 : sizes[(int)Math.Ceiling(share * sizes.Length) - 1];
        return size > most ? [new("src", 0, $"the {name} of file sizes is {size} lines; at most {most}")] : [];
    }
}
