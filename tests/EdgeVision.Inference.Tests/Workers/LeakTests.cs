using System.Diagnostics;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.Linux;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Nothing of a worker is left, however it ends. Alone, because the process's descriptors are counted.</summary>
[Collection(nameof(Alone))]
public class LeakTests
{
    private static readonly string[] Ends = ["good", "stalls", "crashes", "rubbish", "ignores-stop", "leaves-a-child", "dies-in-load", "refuses-load"];

    [Fact]
    public async Task Workers_that_end_in_every_way_leave_no_descriptor_process_memory_or_folder()
    {
        using var folder = new TempFolder();
        var setup = new WorkerSetup { Command = WorkerRig.Program, RuntimeFolder = folder.Path, StopGrace = TimeSpan.FromMilliseconds(200) };
        var plan = WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(200) };
        await Cycle(Ends[0], plan, setup);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var descriptors = Descriptors();
        var memory = SharedFiles();
        var cycles = WorkerRig.Long ? 200 : Ends.Length;
        for (var i = 0; i < cycles; i++)
        {
            await Cycle(Ends[i % Ends.Length], plan, setup);
        }

        Assert.Equal(memory, SharedFiles());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        await Eventually.Holds(() => !Commands().Any(command => command.Contains(folder.Path, StringComparison.Ordinal)));

        // The runtime opens a few of its own at times.
        Assert.InRange(Descriptors(), 0, descriptors + 4);
    }

    [Fact]
    public async Task A_worker_ends_with_its_parent_even_while_its_run_hangs()
    {
        // The fake worker's own process stands for the parent's: it is killed, and its socket ends.
        using var worker = await WorkerRig.Open("leaves-a-child");
        Assert.Null(await WorkerRig.Run(worker, 0, 1));
        var group = Commands().Count(command => command.Contains("trap '' TERM", StringComparison.Ordinal));
        Assert.True(group > 0, "the worker has no child: no test");
        worker.Dispose();
        await Eventually.Holds(() => !Commands().Any(command => command.Contains("trap '' TERM", StringComparison.Ordinal)));
    }

    private static async Task Cycle(string end, WorkerPlan plan, WorkerSetup setup)
    {
        var (worker, _) = await WorkerRig.TryOpen(end, plan, setup);
        using (worker)
        {
            if (worker is not null)
            {
                await worker.Submit(0);
            }
        }
    }

    private static int Descriptors() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count();

    private static int SharedFiles() => Directory.EnumerateFiles(SharedMemory.Folder, $"edgevision-{Environment.ProcessId}-*").Count();

    private static IEnumerable<string> Commands()
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                string command;
                try
                {
                    command = File.ReadAllText($"/proc/{process.Id}/cmdline").Replace('\0', ' ');
                }
                catch (IOException)
                {
                    continue;
                }

                yield return command;
            }
        }
    }
}
