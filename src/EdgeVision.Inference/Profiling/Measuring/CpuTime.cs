using System.Globalization;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Processor time of workers, and of this process unless it has other things to do.</summary>
/// <param name="workers">Their process ids.</param>
/// <param name="root">Where the system's process files are.</param>
public sealed class CpuTime(Func<IReadOnlyList<int>> workers, string root = "/proc")
{
    // USER_HZ: the kernel's own ticks are finer, what it shows is this on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;
    private const int UserField = 11;

    /// <summary>Whether this process counts.</summary>
    public bool CountsOwn { get; init; } = true;

    /// <summary>Since each began, user and system; a worker that is gone counts no more.</summary>
    public TimeSpan Read()
    {
        var total = CountsOwn ? Environment.CpuUsage.TotalTime : TimeSpan.Zero;
        foreach (var worker in workers())
        {
            total += OfWorker(worker);
        }

        return total;
    }

    private TimeSpan OfWorker(int process)
    {
        try
        {
            return Parse(File.ReadAllText(Path.Combine(root, process.ToString(CultureInfo.InvariantCulture), "stat")));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return TimeSpan.Zero;
        }
    }

    /// <summary>Fields 14 and 15 of proc(5)'s stat. The second field is the program's name, which may hold blanks and brackets.</summary>
    private static TimeSpan Parse(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > UserField + 1
            && long.TryParse(fields[UserField], CultureInfo.InvariantCulture, out var user)
            && long.TryParse(fields[UserField + 1], CultureInfo.InvariantCulture, out var system)
            ? TimeSpan.FromSeconds((user + system) / TicksPerSecond)
            : TimeSpan.Zero;
    }
}
