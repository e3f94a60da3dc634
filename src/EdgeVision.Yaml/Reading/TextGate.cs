using System.Text;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Reading;

/// <summary>
/// Turns bytes into text before the YAML parser sees them: UTF-8 only, no NUL, no control characters, bounded. A
/// UTF-8 byte order mark and CRLF line ends, which editors on Windows write, are accepted.
/// </summary>
internal static class TextGate
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark, or null after a problem was noted.</summary>
    public static string? Open(string source, ReadOnlySpan<byte> bytes, YamlLimits limits, ProblemList problems)
    {
        if (bytes.Length > limits.Bytes)
        {
            problems.Add(Origin.Whole(source), "", $"is larger than {limits.Bytes} bytes, which no such file needs; is this the right file?");
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Add(new Origin(source, 1, 1), "", "is UTF-16 text; save it as UTF-8");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var text = Decode(source, bytes, problems);
        return text is not null && HoldsOnlyText(source, text, problems) ? text : null;
    }

    private static string? Decode(string source, ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException bad)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Clamp(bad.Index, 0, bytes.Length)]);
            problems.Add(Place(source, before, before.Length), "", "is not UTF-8 text from here on; save the file as UTF-8");
            return null;
        }
    }

    private static bool HoldsOnlyText(string source, string text, ProblemList problems)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\t' or '\r' or '\n' or '\u0085')) || text[i] is '\uFFFE' or '\uFFFF')
            {
                var name = text[i] == '\0' ? "a NUL character" : $"the control character U+{(int)text[i]:X4}";
                problems.Add(Place(source, text, i), "", $"holds {name}, which is not text; delete it, or in double quotes write its escape");
                return false;
            }
        }

        return true;
    }

    private static Origin Place(string source, string text, int index)
    {
        var before = text.AsSpan(0, index);
        var start = before.LastIndexOfAny('\n', '\r') + 1;
        var returns = before.Count('\r') - before.Count("\r\n");
        return new Origin(source, before.Count('\n') + returns + 1, index - start + 1);
    }
}
