using System.Globalization;

namespace EdgeVision.Yaml.Values;

/// <summary>The written form of a <see cref="TimeSpan"/>: one number with one unit, ms, s, m, h or d.</summary>
public static class Duration
{
    // Longest first: writing takes the first that divides evenly.
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond),
    ];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (!AmountWithUnit.TrySplit(text, out var amount, out var unit))
        {
            return false;
        }

        var ticks = Array.Find(Units, u => u.Unit == unit).Ticks;
        if (ticks == 0 || amount > TimeSpan.MaxValue.Ticks / ticks)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(amount * ticks));
        return true;
    }

    /// <summary>The shortest exact form, down to 0.0001 ms.</summary>
    public static string Write(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        var (unit, ticks) = Array.Find(Units, u => duration.Ticks % u.Ticks == 0);
        return ticks == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(decimal)duration.Ticks / TimeSpan.TicksPerMillisecond:0.####}ms")
            : string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / ticks}{unit}");
    }
}
