namespace EdgeVision.Architecture.Tests.Reading;

/// <summary>One text file of the checkout; the path is relative to its root, with forward slashes.</summary>
public sealed record TextFile(string Path, string Text)
{
    private string[]? _lines;

    /// <summary>Its lines; the line break at the end makes none of its own.</summary>
    public IReadOnlyList<string> Lines => _lines ??= Split(Text);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool EndsWith(string extension) => Path.EndsWith(extension, StringComparison.Ordinal);

    private static string[] Split(string text)
    {
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
