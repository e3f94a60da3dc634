using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using YamlDotNet.Core;

namespace EdgeVision.Yaml.Reading;

/// <summary>Says the parser's complaints in words that help: it names its grammar, people need the cause.</summary>
internal static class ParserFault
{
    /// <param name="source">The name that problems give.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="exception">The parser's complaint.</param>
    /// <param name="unfinished">What stood open; becomes the hint when there is one.</param>
    public static Problem Explain(string source, string text, YamlException exception, string unfinished)
    {
        var at = new Origin(source, (int)exception.Start.Line, (int)exception.Start.Column);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (exception.Message.Contains(" tab ", StringComparison.Ordinal) && TabInIndentation(lines, at.Line) is { } tab)
        {
            return new Problem(new Origin(source, tab.Line, tab.Column), "", "is indented with a tab, which YAML does not allow; use spaces");
        }

        var line = at.Line <= lines.Length ? lines[at.Line - 1] : "";
        return new Problem(at, "", $"is not YAML: {Inner(exception)}{Cause(exception, unfinished, line)}");
    }

    private static string Cause(YamlException exception, string unfinished, string line) => exception.Message switch
    {
        var message when message.Contains("quoted scalar", StringComparison.Ordinal) && !message.Contains("escape", StringComparison.Ordinal) => "; the quoted text needs its closing quote",
        var message when message.Contains("escape", StringComparison.Ordinal) => "; write \\\\ for a backslash, or use single quotes",
        _ when unfinished.Length > 0 => unfinished,
        _ => Hint(line),
    };

    // The parser's mark stands at or before the tab.
    private static (int Line, int Column)? TabInIndentation(string[] lines, int first)
    {
        for (var number = Math.Max(1, first); number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            var tab = line.AsSpan(0, line.Length - line.TrimStart(' ', '\t').Length).IndexOf('\t');
            if (tab >= 0)
            {
                return (number, tab + 1);
            }
        }

        return null;
    }

    // The message repeats its place in brackets in front; ours is already there.
    private static string Inner(YamlException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf("): ", StringComparison.Ordinal);
        message = (end >= 0 && message.StartsWith('(') ? message[(end + 3)..] : message).TrimEnd('.');
        return message.Length == 0 ? "no reason given" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static string Hint(string line)
    {
        var value = line.AsSpan().TrimStart(" -").ToString();
        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        var written = colon < 0 ? value : value[(colon + 2)..].TrimStart();
        return written switch
        {
            ['@' or '`' or '%' or '*' or '&' or '!', ..] => $"; put a value that starts with {written[0]} in quotes",
            _ when written.Contains(": ", StringComparison.Ordinal) => "; put a value that holds ': ' in quotes",
            _ => "; compare the indentation with the lines around it",
        };
    }
}
