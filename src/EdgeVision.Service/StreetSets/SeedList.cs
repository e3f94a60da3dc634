using System.Globalization;

namespace EdgeVision.Service.StreetSets;

/// <summary>Seeds as written: `A-B`, or numbers separated by commas, or both mixed.</summary>
public static class SeedList
{
    /// <summary>More would be a slip of the hand.</summary>
    public const int MostSeeds = 100_000;

    /// <summary>What may be written, for messages.</summary>
    public const string Allowed = "seeds as a range such as 1-400 or a list such as 1,5,9, each once and at most 100000 of them";

    /// <exception cref="FormatException">It is none, a seed stands there twice, or there are too many; the message says what is allowed.</exception>
    public static IReadOnlyList<ulong> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seeds = new List<ulong>();
        foreach (var piece in text.Split(','))
        {
            var dash = piece.IndexOf('-', StringComparison.Ordinal);
            var (from, to) = dash < 0 ? (Number(piece), Number(piece)) : (Number(piece[..dash]), Number(piece[(dash + 1)..]));
            if (from is not { } first || to is not { } last || last < first || last - first >= MostSeeds - (ulong)seeds.Count)
            {
                throw Wrong(text);
            }

            for (var i = 0UL; i <= last - first; i++)
            {
                seeds.Add(first + i);
            }
        }

        return seeds.Distinct().Count() == seeds.Count ? seeds : throw Wrong(text);
    }

    private static ulong? Number(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue ? number : null;

    private static FormatException Wrong(string text) => new($"takes {Allowed}, not '{text}'");
}
