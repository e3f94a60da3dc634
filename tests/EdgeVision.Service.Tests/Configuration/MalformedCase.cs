using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>One case of malformed.txt, whose head says how it is written.</summary>
internal sealed partial record MalformedCase(string Title, byte[] Content, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<MalformedCase> All { get; } = ReadAll();

    private static MalformedCase[] ReadAll()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Configuration", "malformed.txt"));
        var blocks = text.Split("\n# ").Skip(1);
        return [.. blocks.Select(block => Read(block.Split('\n')))];
    }

    private static MalformedCase Read(string[] lines)
    {
        var good = Device.Small.Split('\n');
        var whole = new List<string>();
        foreach (var line in lines.Skip(1).Where(l => l.Contains('>', StringComparison.Ordinal) && !l.StartsWith('!')))
        {
            var mark = line.IndexOf('>', StringComparison.Ordinal);
            var content = line.Length > mark + 1 ? line[(mark + 2)..] : "";
            if (mark == 0)
            {
                whole.Add(content);
            }
            else
            {
                good[int.Parse(line[..mark], CultureInfo.InvariantCulture) - 1] = content;
            }
        }

        var expected = lines.Where(l => l.StartsWith("! ", StringComparison.Ordinal)).Select(l => "d.yaml:" + l[2..].TrimStart(':')).ToArray();
        return new MalformedCase(lines[0], Bytes(string.Join('\n', whole.Count > 0 ? whole : good.AsEnumerable())), expected);
    }

    private static byte[] Bytes(string written)
    {
        var text = Repeated().Replace(written, m => string.Concat(Enumerable.Repeat(m.Groups[2].Value, int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))));
        var bytes = new List<byte>();
        var from = 0;
        foreach (Match hex in HexByte().Matches(text))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text[from..hex.Index]));
            bytes.Add(byte.Parse(hex.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            from = hex.Index + hex.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(text[from..]));
        return [.. bytes];
    }

    [GeneratedRegex("<deep:([0-9]+):([^>]*)>")]
    private static partial Regex Repeated();

    [GeneratedRegex("<([0-9a-f]{2})>")]
    private static partial Regex HexByte();
}
