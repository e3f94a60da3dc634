namespace EdgeVision.Core.Faults;

/// <summary>
/// Exponential delays with jitter: first, 2 x first, 4 x first … up to a ceiling, each shortened by up to a half at
/// random so that many devices do not come back at the same instant.
/// </summary>
public sealed class Backoff(TimeSpan first, TimeSpan ceiling, Random random)
{
    private int _failures;

    /// <summary>Failures since the last <see cref="Reset"/>.</summary>
    public int Failures => _failures;

    public TimeSpan Next()
    {
        var doubled = first.TotalSeconds * Math.Pow(2, Math.Min(_failures++, 30));
        var capped = Math.Min(doubled, ceiling.TotalSeconds);
        return TimeSpan.FromSeconds(capped * (0.5 + (0.5 * random.NextDouble())));
    }

    public void Reset() => _failures = 0;
}
