using System.Globalization;
using System.Text;

namespace EdgeVision.Yaml.Problems;

/// <summary>Puts what a person wrote into a message: bounded in length, with nothing that could steer a terminal.</summary>
public static class Words
{
    private const int Longest = 60;

    /// <summary>The text in single quotes, cut after 60 characters, control characters as <c>\u001b</c>.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            Append(quoted, letter);
        }

        return quoted.Append(text.Length > Longest ? "…'" : "'").ToString();
    }

    /// <summary>"a, b or c".</summary>
    public static string Or(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    private static void Append(StringBuilder quoted, char letter)
    {
        if (char.IsControl(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }
        else
        {
            quoted.Append(letter);
        }
    }
}
