using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Accelerators;
using EdgeVision.Service.Doctor.Host;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>What recorded boards tell of themselves.</summary>
public class BoardTests
{
    private const string Cpufreq = "sys/devices/system/cpu/cpu0/cpufreq/";

    [Fact]
    public async Task A_raspberry_pi_in_good_order_is_named_and_all_is_ok()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var found = await Examination.Of(new BoardCheck(pi.Root), new CpuCheck(pi.Root), new TemperatureCheck(pi.Root), new ThrottlingCheck(pi.Root));
        Assert.All(found, finding => Assert.Equal(CheckState.Ok, finding.State));
        Assert.Equal(
            [
                "Raspberry Pi 4 Model B Rev 1.4", "1.4 GiB of 1.8 GiB free", "4x Cortex-A72, 4 threads, with asimd", "ondemand, by cpufreq-dt",
                "cpu-thermal 48.7 °C", "the board does not tell",
            ],
            found.Select(finding => finding.Found));
    }

    [Fact]
    public async Task Little_memory_is_a_warning_with_what_the_service_wants()
    {
        using var tree = new RecordedTree().With("sys/class/dmi/id/product_name", "NUC7\n").With("proc/meminfo", "MemTotal: 500000 kB\nMemAvailable: 90000 kB\n");
        var found = await Examination.Of(new BoardCheck(tree.Root));
        Assert.Equal("NUC7", found[0].Found);
        Examination.Says(found, "memory", CheckState.Warn, "87.9 MiB of 488.3 MiB free; the service wants about 150 MiB", "ps aux");
    }

    [Fact]
    public async Task A_machine_that_tells_nothing_is_no_crash()
    {
        using var empty = new RecordedTree();
        var found = await Examination.Of(
            new BoardCheck(empty.Root), new CpuCheck(empty.Root), new TemperatureCheck(empty.Root), new ThrottlingCheck(empty.Root), new DeviceAccessCheck(empty.Root, []));
        Assert.DoesNotContain(found, finding => finding.State == CheckState.Fail);
        Examination.Says(found, "memory", CheckState.Warn, "does not say", "mount /proc");
        Examination.Says(found, "processor", CheckState.Warn, "does not describe it", "mount /proc");
    }

    [Fact]
    public async Task A_governor_that_keeps_the_frequency_down_is_a_warning_but_not_intels()
    {
        using var pi = RecordedTree.RaspberryPi4().With(Cpufreq + "scaling_governor", "powersave\n");
        Examination.Says(await Examination.Of(new CpuCheck(pi.Root)), "governor", CheckState.Warn, "powersave: the processor stays at a low frequency", "echo schedutil | sudo tee");
        pi.With(Cpufreq + "scaling_driver", "intel_pstate\n");
        Examination.Says(await Examination.Of(new CpuCheck(pi.Root)), "governor", CheckState.Ok, "powersave, by intel_pstate", "");
    }

    [Fact]
    public async Task A_lowered_frequency_limit_is_a_warning()
    {
        using var pi = RecordedTree.RaspberryPi4().With(Cpufreq + "scaling_max_freq", "600000\n");
        Examination.Says(await Examination.Of(new CpuCheck(pi.Root)), "frequency", CheckState.Warn, "limited to 600 of 1800 MHz", "echo 1800000 | sudo tee");
    }

    [Fact]
    public async Task A_processor_without_vector_instructions_is_a_warning()
    {
        using var old = new RecordedTree().With("proc/cpuinfo", "processor\t: 0\nmodel name\t: Pentium\nflags\t\t: fpu mmx sse\n");
        Examination.Says(await Examination.Single(new CpuCheck(old.Root)), CheckState.Warn, "Pentium, 1 thread, no vector instructions", "smaller model");
    }

    [Fact]
    public async Task The_best_instructions_of_a_pc_are_named()
    {
        using var pc = new RecordedTree().With("proc/cpuinfo", "processor\t: 0\nmodel name\t: Xeon\nflags\t\t: fpu sse4_1 avx2 avx512f avx512_vnni\n\nprocessor\t: 1\nmodel name\t: Xeon\nflags\t\t: fpu\n");
        Assert.Equal("Xeon, 2 threads, with avx512_vnni, avx512f, avx2, sse4_1", (await Examination.Single(new CpuCheck(pc.Root))).Found);
    }
}
