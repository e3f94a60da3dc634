namespace EdgeVision.Yaml.Problems;

/// <summary>Finds the word a person probably meant.</summary>
public static class Spelling
{
    private const int LongestWord = 64;
    private const int ShortestStart = 4;

    /// <summary>
    /// The nearest candidate within a third of the word's length in edits, else one that the word is the start of, or
    /// null. Case, '-' and '_' do not count.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var folded = Fold(word);
        var best = Math.Max(1, folded.Length / 3) + 1;
        string? nearest = null;
        foreach (var candidate in candidates.Where(c => c.Length <= LongestWord))
        {
            var distance = Distance(folded, Fold(candidate));
            if (distance < best)
            {
                (best, nearest) = (distance, candidate);
            }
        }

        return nearest ?? (folded.Length < ShortestStart ? null : candidates.FirstOrDefault(c => Fold(c).StartsWith(folded, StringComparison.Ordinal)));
    }

    /// <summary>", did you mean 'x'?" or nothing.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates)
        => Nearest(word, candidates) is { } nearest ? $"; did you mean {Words.Quote(nearest)}?" : "";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = Cell(table, a, b, i, j);
            }
        }

        return table[a.Length, b.Length];
    }

    private static int Cell(int[,] table, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }

    private static string Fold(string word)
        => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
