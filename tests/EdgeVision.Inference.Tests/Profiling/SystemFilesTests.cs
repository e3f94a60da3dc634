using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Profiling;

public sealed class SystemFilesTests : IDisposable
{
    private readonly TempFolder _root = new();

    [Fact]
    public void A_workers_processor_time_counts_whatever_its_name()
    {
        // proc(5): utime and stime are fields 14 and 15, in hundredths of a second.
        _root.Write("77/stat", "77 (edge) vision) (x) S 1 77 77 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 4 0 1000 1 1\n");
        _root.Write("79/stat", "rubbish");
        var own = new CpuTime(() => [], _root.Path).Read();
        var both = new CpuTime(() => [77, 78, 79], _root.Path).Read();
        Assert.InRange(both - own, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_workers_memory_counts()
    {
        _root.Write("self/status", "Name:\tedgevision\nVmHWM:\t  3000 kB\nVmRSS:\t    2000 kB\n");
        _root.Write("77/status", "Name:\tedgevision\nVmHWM:\t   300 kB\nVmRSS:\t     200 kB\n");
        var memory = new ResidentMemory(() => [77, 78], _root.Path);
        Assert.Equal(2200 * 1024, memory.Now());
        Assert.Equal(3300 * 1024, memory.Peak());
        memory.StartOver();
        Assert.Equal("5", File.ReadAllText(_root["self", "clear_refs"]));
    }

    [Fact]
    public void A_board_is_named_by_its_device_tree()
    {
        _root.Write("proc/device-tree/model", "Raspberry Pi 5 Model B Rev 1.0\0");
        _root.Write("proc/cpuinfo", "processor : 0\nmodel name : Cortex-A76\n");
        _root.Write("proc/meminfo", "MemTotal:        8245584 kB\nMemFree:  1 kB\n");
        _root.Write("proc/sys/kernel/osrelease", "6.12.25+rpt-rpi-2712\n");
        var facts = MachineFacts.Read(_root.Path);
        Assert.Equal("Raspberry Pi 5 Model B Rev 1.0", facts.Board);
        Assert.Equal((8, "6.12.25+rpt-rpi-2712"), (facts.MemoryGib, facts.Kernel));
        var key = facts.KeyOf("aa", "1.30.0", new Dictionary<string, string> { ["npu"] = "ff", ["gpu"] = "ee" });
        Assert.Equal($"Raspberry Pi 5 Model B Rev 1.0: Cortex-A76, {Environment.ProcessorCount} threads, 8 GiB", key.Hardware);
        Assert.Equal("kernel 6.12.25+rpt-rpi-2712; gpu ee; npu ff", key.Driver);
    }

    [Fact]
    public void A_machine_that_tells_nothing_still_has_a_name() => Assert.NotEqual("", MachineFacts.Read(_root.Path).Board);

    [Fact]
    public void A_librarys_hash_is_its_files()
    {
        // sha256sum of "abc": FIPS 180-2's first example.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", MachineFacts.HashOf(_root.Write("lib.so", "abc")));
        Assert.Null(MachineFacts.HashOf(_root["nowhere"]));
    }

    public void Dispose() => _root.Dispose();
}
