using EdgeVision.Capture.Processes;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Devices;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Devices;

/// <summary>Whatever a driver does to its process, the one that asks lives on and says what happened. The child is a shell.</summary>
public class ProbeProcessTests
{
    private static readonly ProviderEntry Provider = ProviderCatalogue.Find("WebGPU")!;

    [Fact]
    public async Task An_answer_is_found_among_a_drivers_own_output()
    {
        var report = await Try("""printf 'driver 1.2 '; printf '\nedgevision-probe {"outcome":"Wrong","message":"off by 1","open_ms":2.5,"run_ms":1}\nbye\n'""");

        Assert.Equal(new ProbeReport(ProbeOutcome.Wrong, "off by 1", 2.5, 1), report);
    }

    [Fact]
    public async Task A_crash_names_the_signal_and_the_last_words()
    {
        var report = await Try("echo 'driver: out of luck' >&2; kill -SEGV $$");

        Assert.Equal(ProbeOutcome.Crashed, report.Outcome);
        Assert.Contains("SIGSEGV", report.Message, StringComparison.Ordinal);
        Assert.Contains("driver: out of luck", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_without_an_answer_is_no_success()
    {
        var report = await Try("exit 0");

        Assert.Equal(ProbeOutcome.Crashed, report.Outcome);
        Assert.Contains("exit code 0", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_that_hangs_is_ended_with_its_own_children()
    {
        var note = Path.GetTempFileName();
        var report = await Try($"sleep 1000 & echo $! > {note}; trap '' TERM; while :; do sleep 1000; done", TimeSpan.FromSeconds(2));

        Assert.Equal(ProbeOutcome.Hung, report.Outcome);
        Assert.Contains("no answer within 2 s", report.Message, StringComparison.Ordinal);
        var grandchild = File.ReadAllText(note).Trim();
        await Eventually.Holds(() => !Lives(grandchild));
        File.Delete(note);
    }

    [Fact]
    public async Task A_flood_of_output_is_let_go()
    {
        var report = await Try("""head -c 5000000 /dev/zero | tr '\0' 'x'; printf '\nedgevision-probe {"outcome":"Usable","message":"","open_ms":1,"run_ms":1}\n'""");

        Assert.True(report.IsUsable);
    }

    [Fact]
    public async Task The_provider_and_its_options_are_passed_on()
    {
        var report = await new ProbeProcess(Shell("""printf '\nedgevision-probe {"outcome":"Wrong","message":"%s","open_ms":1,"run_ms":1}\n' "$*" """), TimeSpan.FromSeconds(30))
            .TryAsync(Provider, new Dictionary<string, string> { ["preferredLayout"] = "NCHW" }, default);

        Assert.Equal("probe-provider WebGPU --option preferredLayout=NCHW", report.Message);
    }

    [Fact]
    public async Task A_plug_in_library_its_device_and_its_options_are_passed_on()
    {
        var report = await new ProbeProcess(Shell("""printf '\nedgevision-probe {"outcome":"Wrong","message":"%s","open_ms":1,"run_ms":1}\n' "$*" """), TimeSpan.FromSeconds(30))
            .TryAsync(new PluginLibrary("Npu", "/lib/npu=1.so") { Options = new Dictionary<string, string> { ["mode"] = "a=b" } }, 2, default);

        Assert.Equal("probe-provider --library Npu=/lib/npu=1.so --device 2 --option mode=a=b", report.Message);
        Assert.Equal(("Npu", "/lib/npu=1.so"), (PluginLibrary.Parse("Npu=/lib/npu=1.so")!.Name, PluginLibrary.Parse("Npu=/lib/npu=1.so")!.Path));
    }

    [Fact]
    public async Task Why_a_library_finds_no_device_is_heard_after_its_answer()
    {
        var listing = await new ProbeProcess(
            Shell("""printf '\nedgevision-probe {"outcome":"NoDevice","message":"","devices":[]}\n'; echo 'npu: no firmware' >&2"""), TimeSpan.FromSeconds(30))
            .ListAsync(new PluginLibrary("Npu", "/lib/npu.so"), default);

        Assert.Equal((ProbeOutcome.NoDevice, "; it said: npu: no firmware"), (listing.Outcome, listing.Message));
    }

    [Fact]
    public async Task A_library_that_brings_its_process_down_is_no_library()
    {
        var runtime = await new ProbeProcess(Shell("kill -ABRT $$"), TimeSpan.FromSeconds(30)).LookAsync(default);

        Assert.False(runtime.IsThere);
        Assert.Contains("SIGABRT", runtime.Error, StringComparison.Ordinal);
    }

    /// <summary>One that ended may wait for its parent as a zombie, state Z.</summary>
    private static bool Lives(string id) =>
        File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1][0] != 'Z';

    private static Task<ProbeReport> Try(string script, TimeSpan? deadline = null) =>
        new ProbeProcess(Shell(script), deadline ?? TimeSpan.FromSeconds(30)).TryAsync(Provider, new Dictionary<string, string>(), default);

    private static Func<string[], ChildCommand> Shell(string script) => arguments => new ChildCommand("sh", ["-c", script, "sh", .. arguments]);
}
