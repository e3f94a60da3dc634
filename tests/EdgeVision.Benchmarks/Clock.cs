using System.Diagnostics;

namespace EdgeVision.Benchmarks;

/// <summary>The shortest of many runs: what the work costs when nothing disturbs it.</summary>
internal static class Clock
{
    /// <summary>Milliseconds of one run.</summary>
    internal static double Best(Action run, TimeSpan limit)
    {
        run();
        var best = double.MaxValue;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < limit)
        {
            var before = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return best;
    }
}
