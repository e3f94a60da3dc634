using System.Globalization;

namespace EdgeVision.Service.Benching;

/// <summary>Processor time of this process's threads, by their names (proc(5): task/*/comm and schedstat).</summary>
internal static class ThreadTimes
{
    private const double NanosecondsPerMs = 1e6;
    private const double Shown = 0.001;

    /// <summary>Nanoseconds so far; empty where the kernel keeps no such books.</summary>
    public static Dictionary<string, long> Read()
    {
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var task in Directory.Exists("/proc/self/task") ? Directory.EnumerateDirectories("/proc/self/task") : [])
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(task, "comm")).TrimEnd();
                var spent = File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0];
                times[name] = times.GetValueOrDefault(name) + long.Parse(spent, CultureInfo.InvariantCulture);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // The thread ended meanwhile.
            }
        }

        return times;
    }

    /// <summary>Milliseconds per frame since then, of the threads that spent any.</summary>
    public static IReadOnlyDictionary<string, double> Since(IReadOnlyDictionary<string, long> start, long frames) => Read()
        .Select(now => (now.Key, Ms: Math.Round((now.Value - start.GetValueOrDefault(now.Key)) / NanosecondsPerMs / Math.Max(1, frames), 3)))
        .Where(one => one.Ms >= Shown)
        .OrderByDescending(one => one.Ms)
        .ToDictionary(one => one.Key, one => one.Ms, StringComparer.Ordinal);
}
