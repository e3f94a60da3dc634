using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.Weather;

namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>Chooses moments of a scene that show all it can be: spread over its day, and one of them in the rain.</summary>
public static class StreetMoments
{
    /// <summary>At the lowest rate, 0.1 a second, the days have hardly more frames than this (1152), and no two moments are the same frame.</summary>
    public const int MostFrames = 1000;

    private const int Days = 24;

    /// <summary>
    /// Frame indices, one from each of as many equal parts of the cycle of day, dusk and night, each on a day of its own;
    /// where the weather changes, one of them is moved to a day on which it rains at that hour. The same options give the same.
    /// </summary>
    /// <param name="options">The scene.</param>
    /// <param name="count">How many frames, 1 .. 1000.</param>
    public static IReadOnlyList<long> Spread(StreetOptions options, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostFrames);
        var climate = new Climate(options);
        var random = new SeededRandom(options.Seed, 61);
        var wet = options.Weather == StreetWeather.Changing ? random.Below(count) : -1;
        var frames = new List<long>(count);
        for (var i = 0; i < count; i++)
        {
            var hour = (i + random.Unit()) / count * Climate.CycleSeconds;
            var day = random.Below(Days);
            for (var tries = 0; i == wet && tries < Days && climate.At(At(day, hour), 0).Rain < 0.25f; tries++)
            {
                day = (day + 1) % Days;
            }

            var frame = (long)(At(day, hour) * options.FramesPerSecond);
            while (frames.Contains(frame))
            {
                frame++;
            }

            frames.Add(frame);
        }

        return frames;
    }

    private static double At(int day, double hour) => (day * Climate.CycleSeconds) + hour;
}
