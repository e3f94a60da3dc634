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
                var cycles = WorkerRig.Long ? 200 : Ends.Length;
        for (var i = 0; i < cycles; i++)
        {
            await Cycle(Ends[i % Ends.Length], plan, setup);
        }

        Assert.Equal(0, SharedFiles(Environment.ProcessId));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        await Eventually.Holds(() => !Ids(folder.Path).Any());

        // The runtime opens a few of its own at times.
        Assert.InRange(Descriptors(), 0, descriptors + 4);
    }

    [SkippableFact]
    public async Task A_worker_ends_with_its_parent_even_while_it_hangs()
    {
        Ort.Need();
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["constant.onnx"], ConstantModel.Build("images", ConstantModel.Float32, [1, 3, 4, 4], ("first", [1, 4], [1, 2, 3, 4])));
        var fake = WorkerRig.Fake("parent");
        using var parent = Process.Start(new ProcessStartInfo(fake.Program, [.. fake.Arguments, folder["constant.onnx"], folder.Path]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await parent.StandardOutput.ReadLineAsync());
        var worker = Ids(folder.Path).Single(id => id != parent.Id);

        // A halted process runs no code of its own: only the kernel can end it.
        Assert.True(ProcessGroup.SignalOne(worker, GroupSignal.Stop));
        parent.Kill();
        await Eventually.Holds(() => !Ids(folder.Path).Any());
        Assert.Equal(0, SharedFiles(parent.Id));
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

    private static int SharedFiles(int process) => Directory.EnumerateFiles(SharedMemory.Folder, $"edgevision-memory-{process}-*").Count();

    /// <summary>Processes whose command line holds the text; every worker's holds its socket's path.</summary>
    private static IEnumerable<int> Ids(string text)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (CommandOf(process.Id).Contains(text, StringComparison.Ordinal))
                {
                    yield return process.Id;
                }
            }
        }
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            // It has ended in between.
            return "";
        }
    }
}
