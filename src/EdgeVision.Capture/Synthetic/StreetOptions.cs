using System.Globalization;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Synthetic;

/// <summary>What street is drawn, as written after `synthetic:street?`.</summary>
public sealed record StreetOptions
{
    private const string Known = "seed, size, fps, traffic, light, weather, start, frames, pace";

    /// <summary>Decides everything that is not set here.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Even width and height, 160x96 .. 3840x2160.</summary>
    public PictureSize Size { get; init; } = new(768, 432);

    /// <summary>0.1 .. 240.</summary>
    public double FramesPerSecond { get; init; } = 10;

    public Traffic Traffic { get; init; } = Traffic.Normal;

    public StreetLight Light { get; init; } = StreetLight.Cycle;

    public StreetWeather Weather { get; init; } = StreetWeather.Changing;

    /// <summary>Index of the first frame, 0 or more.</summary>
    public long Start { get; init; }

    /// <summary>Frames until the end; null for no end.</summary>
    public long? Frames { get; init; }

    public StreetPace Pace { get; init; } = StreetPace.Real;

    /// <summary>Reads "seed=1&amp;size=768x432&amp;fps=10&amp;traffic=normal&amp;light=cycle&amp;weather=changing&amp;start=0&amp;frames=100&amp;pace=real"; all may be left out.</summary>
    /// <exception cref="FormatException">A key or value is wrong; the message says which and what is allowed.</exception>
    public static StreetOptions Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var options = new StreetOptions();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new FormatException($"synthetic:street: \"{pair}\" is no setting; write key=value, with the keys {Known}");
            }

            var key = pair[..equals];
            if (!seen.Add(key))
            {
                throw new FormatException($"synthetic:street: {key} is set twice; keep one");
            }

            options = options.With(key, pair[(equals + 1)..]);
        }

        return options;
    }

    /// <summary>Reads the size alone, "768x432".</summary>
    /// <exception cref="FormatException">It is none of <see cref="Size"/>.</exception>
    public static PictureSize ParseSize(string value) =>
        PictureSize.TryParse(value, out var size) && size.Width % 2 == 0 && size.Height % 2 == 0
        && size.Width is >= 160 and <= 3840 && size.Height is >= 96 and <= 2160
            ? size
            : throw Wrong("size", value, "WIDTHxHEIGHT, both even, 160x96 to 3840x2160");

    private static FormatException Wrong(string key, string value, string allowed) =>
        new($"synthetic:street: {key} \"{value}\" is not allowed; write {allowed}");

    private static long Whole(string key, string value, long least) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw Wrong(key, value, $"a whole number of at least {least}");

    private static T OneOf<T>(string key, string value)
        where T : struct, Enum
    {
        foreach (var name in Enum.GetNames<T>())
        {
            if (name.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return Enum.Parse<T>(name);
            }
        }

        throw Wrong(key, value, "one of " + string.Join(", ", Enum.GetNames<T>().Select(static n => n.ToLowerInvariant())));
    }

    private static double ReadRate(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0.1 and <= 240
            ? rate
            : throw Wrong("fps", value, "a number of frames per second, 0.1 to 240");

    private StreetOptions With(string key, string value) => key switch
    {
        "seed" => this with { Seed = (ulong)Whole(key, value, 0) },
        "size" => this with { Size = ParseSize(value) },
        "fps" => this with { FramesPerSecond = ReadRate(value) },
        "traffic" => this with { Traffic = OneOf<Traffic>(key, value) },
        "light" => this with { Light = OneOf<StreetLight>(key, value) },
        "weather" => this with { Weather = OneOf<StreetWeather>(key, value) },
        "start" => this with { Start = Whole(key, value, 0) },
        "frames" => this with { Frames = Whole(key, value, 1) },
        "pace" => this with { Pace = OneOf<StreetPace>(key, value) },
        _ => throw new FormatException($"synthetic:street: there is no setting \"{key}\"; the settings are {Known}"),
    };
}
