using System.Globalization;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Resident memory of this process and of its workers, in bytes; 0 where the system does not tell.</summary>
/// <param name="workers">Their process ids.</param>
/// <param name="root">Where the system's process files are.</param>
public sealed class ResidentMemory(Func<IReadOnlyList<int>> workers, string root = "/proc")
{
    // clear_refs in proc(5): 5 sets the peak back to what is resident now.
    private const string ForgetPeak = "5";

    public long Now() => Sum("VmRSS:");

    /// <summary>Greatest since <see cref="StartOver"/>; the sum of each one's own, which need not have come at one time.</summary>
    public long Peak() => Sum("VmHWM:");

    /// <summary>Lets the peak start anew, where the system allows it.</summary>
    public void StartOver()
    {
        try
        {
            File.WriteAllText(Path.Combine(root, "self", "clear_refs"), ForgetPeak);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Then the peak is that of the process so far: still an upper bound.
        }
    }

    private long Sum(string key) =>
        workers().Select(static process => process.ToString(CultureInfo.InvariantCulture)).Prepend("self").Sum(process => Read(process, key));

    private long Read(string process, string key)
    {
        try
        {
            var line = File.ReadLines(Path.Combine(root, process, "status")).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
            return line?.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries) is [_, var number, "kB"]
                && long.TryParse(number, CultureInfo.InvariantCulture, out var kilobytes)
                ? kilobytes * 1024
                : 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
