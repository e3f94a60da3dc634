using System.Globalization;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>What this process holds that a leak would show in.</summary>
/// <param name="Files">Open file descriptors.</param>
/// <param name="Children">Its child processes, the dead that nobody buried too.</param>
/// <param name="Memories">Its files in shared memory.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="ResidentBytes">As the kernel counts it.</param>
internal sealed record ProcessTraces(int Files, int Children, int Memories, int Threads, long ResidentBytes)
{
    // The pool's own comings and goings.
    private const int Few = 6;

    public static ProcessTraces Now()
    {
        GC.Collect();
        return new ProcessTraces(
            Directory.GetFiles("/proc/self/fd").Length, CountChildren(), Directory.GetFiles("/dev/shm", $"edgevision-memory-{Environment.ProcessId}-*").Length,
            Directory.GetDirectories("/proc/self/task").Length, Environment.WorkingSet);
    }

    /// <summary>Nothing more than earlier, memory aside.</summary>
    public bool IsWithin(ProcessTraces earlier) =>
        Files <= earlier.Files + Few && Children <= earlier.Children && Memories <= earlier.Memories && Threads <= earlier.Threads + Few;

    private static int CountChildren() => Directory.GetDirectories("/proc").Count(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && IsChild(folder));

    private static bool IsChild(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended since.
            return false;
        }
    }
}
