using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Inference.Tests.Accelerators.Hardware;

namespace EdgeVision.Inference.Tests.Accelerators.Probing;

/// <summary>Usable is what a probe proved; everything else says why not and what to do.</summary>
public class DeviceSurveyorTests
{
    private static readonly ProbeReport Good = new(ProbeOutcome.Usable, "", 5, 1);

    private readonly List<string> _probed = [];

    [Fact]
    public async Task A_name_in_the_library_proves_nothing()
    {
        using var machine = new RecordedMachine("core-ultra");
        var survey = await Survey(machine, "linux-x64", ["OpenVINOExecutionProvider"], (provider, options) =>
            options.GetValueOrDefault("device_type") == "NPU" ? new ProbeReport(ProbeOutcome.Refused, "no NPU driver", 0, 0) : Good);

        var npu = survey.Devices.Single(device => device.Device.Family == AcceleratorFamily.Npu);
        var verdict = Assert.Single(npu.Providers);
        Assert.Equal(("OpenVINO", false), (verdict.Provider, verdict.Usable));
        Assert.Contains("no NPU driver", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("OpenVINO runtime", verdict.Step, StringComparison.Ordinal);
        Assert.True(survey.Devices.Single(device => device.Device.Family == AcceleratorFamily.Gpu).IsUsable);
    }

    [Fact]
    public async Task One_provider_is_tried_for_each_device_class_once()
    {
        using var machine = new RecordedMachine("core-ultra");
        await Survey(machine, "linux-x64", ["OpenVINOExecutionProvider", "CPUExecutionProvider"], (_, _) => Good);

        Assert.Equal(["CPU ", "OpenVINO CPU", "OpenVINO GPU", "OpenVINO NPU"], _probed.Order());
    }

    [Fact]
    public async Task A_missing_driver_comes_before_a_missing_provider()
    {
        using var machine = new RecordedMachine("jetson-orin-nano").Without("/dev/nvmap").Without("/dev/nvhost-gpu");
        Directory.Delete(machine.Root + "/dev/nvgpu", recursive: true);
        var survey = await Survey(machine, "linux-arm64", ["CPUExecutionProvider"], (_, _) => Good);

        var gpu = survey.Devices[1];
        Assert.All(gpu.Providers, verdict => Assert.Contains("driver is not loaded", verdict.Reason, StringComparison.Ordinal));
        Assert.Contains("JetPack", gpu.Step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_without_the_provider_says_which_library_and_what_to_do()
    {
        using var machine = new RecordedMachine("jetson-orin-nano");
        var survey = await Survey(machine, "linux-arm64", ["CPUExecutionProvider"], (_, _) => Good);

        var verdict = survey.Devices[1].Providers[0];
        Assert.Contains("/opt/ort.so was built without TensorRT", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("JetPack", verdict.Step, StringComparison.Ordinal);
        Assert.Null(verdict.Probe);
    }

    [Fact]
    public async Task A_device_without_any_provider_says_what_would_bring_one()
    {
        using var machine = new RecordedMachine("raspberry-pi-4-coral");
        var survey = await Survey(machine, "linux-arm64", ["CPUExecutionProvider"], (_, _) => Good);

        var coral = survey.Devices.Single(device => device.Device.Family == AcceleratorFamily.Tpu);
        Assert.Empty(coral.Providers);
        Assert.False(coral.IsUsable);
        Assert.Contains("plug-in provider library", coral.Step, StringComparison.Ordinal);
        Assert.True(survey.Devices[0].IsUsable);
    }

    [Fact]
    public async Task A_provider_for_another_system_says_so()
    {
        using var machine = new RecordedMachine("core-ultra");
        var survey = await Survey(machine, "linux-arm64", ["OpenVINOExecutionProvider"], (_, _) => Good);

        Assert.All(
            survey.Devices.SelectMany(device => device.Providers).Where(verdict => verdict.Provider == "OpenVINO"),
            verdict => Assert.Contains("not made for linux-arm64", verdict.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_device_the_librarys_provider_is_tried_all_the_same()
    {
        using var machine = new RecordedMachine("x86-vm");
        var survey = await Survey(machine, "linux-x64", ["CPUExecutionProvider", "WebGpuExecutionProvider"], (_, _) => Good);

        Assert.Equal(("WebGPU", true), (Assert.Single(survey.Unseen).Provider, survey.Unseen[0].Usable));
    }

    [Fact]
    public async Task A_plug_in_library_brings_the_card_that_it_drives()
    {
        using var machine = new RecordedMachine("raspberry-pi-5-hailo");
        var survey = await Survey(machine, "linux-arm64", ["CPUExecutionProvider"], (_, _) => Good);
        var hailo = new PluginDevice("HailoEp", "Hailo", "Hailo", "1e60:2864", AcceleratorFamily.Npu, new Dictionary<string, string>());
        var plugin = new PluginVerdict(new PluginLibrary("HailoEp", "/usr/lib/hailo-ep.so"), hailo, "", "", Good);

        Assert.False(survey.Devices[2].IsUsable);
        var with = survey.With([plugin]);
        Assert.Equal(("HailoEp", true, ""), (with.Devices[2].Providers[0].Provider, with.Devices[2].IsUsable, with.Devices[2].Step));
        Assert.Equal(survey.Devices[1].Providers, with.Devices[1].Providers);
        Assert.Equal([plugin], with.Plugins);
    }

    [Fact]
    public async Task A_plug_in_library_that_fails_leaves_its_step_to_the_card()
    {
        using var machine = new RecordedMachine("rock-5b");
        var survey = await Survey(machine, "linux-arm64", ["CPUExecutionProvider"], (_, _) => Good);
        var npu = new PluginDevice("Rknn", "a vendor", "", "0000:0000", AcceleratorFamily.Npu, new Dictionary<string, string>());
        var verdict = new PluginVerdict(new PluginLibrary("Rknn", "/x.so"), npu, "it hangs", "restart", new ProbeReport(ProbeOutcome.Hung, "", 0, 0));
        var with = survey.With([verdict]);

        Assert.Equal("it hangs", with.Devices[1].Providers[^1].Reason);
        Assert.DoesNotContain(with.Devices[2].Providers, provider => provider.Provider == "Rknn");
    }

    [Theory]
    [InlineData(ProbeOutcome.Crashed, "brings its process down")]
    [InlineData(ProbeOutcome.Hung, "does not answer")]
    [InlineData(ProbeOutcome.Wrong, "wrong numbers")]
    [InlineData(ProbeOutcome.Failed, "its run fails")]
    public async Task What_goes_wrong_is_told_apart(ProbeOutcome outcome, string says)
    {
        using var machine = new RecordedMachine("x86-vm");
        var survey = await Survey(machine, "linux-x64", ["WebGpuExecutionProvider"], (_, _) => new ProbeReport(outcome, "why", 0, 0));

        Assert.Contains(says, survey.Unseen[0].Reason, StringComparison.Ordinal);
        Assert.False(survey.Unseen[0].Usable);
    }

    [Fact]
    public async Task Without_a_library_nothing_is_usable_and_the_remedy_is_told()
    {
        using var machine = new RecordedMachine("x86-vm");
        var surveyor = new DeviceSurveyor(new LoadedRuntime("", "", [], "linux-x64", "run scripts/setup"), (_, _, _) => Task.FromResult(Good));
        var survey = await surveyor.SurveyAsync(machine.Scan());

        Assert.False(survey.Devices[0].IsUsable);
        Assert.Equal("run scripts/setup", survey.Devices[0].Step);
    }

    [Fact]
    public async Task The_librarys_words_come_without_its_source_lines()
    {
        using var machine = new RecordedMachine("x86-vm");
        var survey = await Survey(machine, "linux-x64", ["WebGpuExecutionProvider"], (_, _) => new ProbeReport(
            ProbeOutcome.Refused, "/onnxruntime_src/a.cc:136 void f(const x&)::<lambda()> a.status == b was false. Failed to get an adapter: none\n", 0, 0));

        Assert.Equal("a session on it does not open: Failed to get an adapter: none", survey.Unseen[0].Reason);
    }

    private async Task<DeviceSurvey> Survey(
        RecordedMachine machine, string system, string[] providers, Func<ProviderEntry, IReadOnlyDictionary<string, string>, ProbeReport> answer)
    {
        var surveyor = new DeviceSurveyor(new LoadedRuntime("1.30.0", "/opt/ort.so", providers, system), (provider, options, _) =>
        {
            _probed.Add($"{provider} {string.Join(' ', options.Values)}");
            return Task.FromResult(answer(provider, options));
        });
        return await surveyor.SurveyAsync(machine.Scan());
    }
}
