using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using YamlDotNet.Core;

namespace EdgeVision.Yaml.Reading;

/// <summary>
/// Reads one YAML document into nodes that know their line and column. Works on the parser's events with limits, since
/// YamlDotNet's own object loading accepts duplicate keys and overflows the stack on deep nesting.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads a file; one that is missing, a folder or too large is a problem, not an exception.</summary>
    public static YamlReading ReadFile(string path, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        try
        {
            var bytes = ReadBounded(path, limits.Bytes + 1);
            return Read(path, bytes, limits) with { Utf8 = bytes };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var problems = new ProblemList();
            problems.Add(Origin.Whole(path), "", Unreadable(path, exception));
            return new YamlReading(path, null, problems);
        }
    }

    /// <param name="source">The name that problems give, usually the file's path.</param>
    /// <param name="utf8">The whole text.</param>
    /// <param name="limits">Null for <see cref="YamlLimits.Default"/>.</param>
    public static YamlReading Read(string source, ReadOnlySpan<byte> utf8, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        var problems = new ProblemList();
        var text = TextGate.Open(source, utf8, limits, problems);
        return new YamlReading(source, text is null ? null : Parse(source, text, limits, problems), problems);
    }

    private static YamlNode? Parse(string source, string text, YamlLimits limits, ProblemList problems)
    {
        var tree = new TreeBuilder(source, limits, problems);
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            while (parser.MoveNext())
            {
                if (!tree.Take(parser.Current!))
                {
                    return null;
                }
            }

            return tree.Root;
        }
        catch (YamlException exception)
        {
            problems.Add(ParserFault.Explain(source, text, exception, tree.Unfinished));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            // The parser has paths that fail without its own exception on text that is no YAML.
            var at = new Origin(source, (int)scanner.CurrentPosition.Line, (int)scanner.CurrentPosition.Column);
            var hint = tree.Unfinished.Length > 0 ? tree.Unfinished : "; compare indentation, brackets and quotes";
            problems.Add(at, "", $"is not YAML from about here on{hint}");
            return null;
        }
    }

    private static byte[] ReadBounded(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var bytes = new byte[most];
        var length = file.ReadAtLeast(bytes, most, throwOnEndOfStream: false);
        return bytes[..length];
    }

    private static string Unreadable(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "is not there; give the path of a YAML file",
        _ when Directory.Exists(path) => "is a folder; give the path of a YAML file",
        UnauthorizedAccessException => "may not be read by this user; check its owner and mode",
        _ => $"cannot be read: {exception.Message}",
    };
}
