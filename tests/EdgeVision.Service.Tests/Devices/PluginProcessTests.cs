using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Devices;

/// <summary>A vendor's library that ends, blocks or floods its process harms only that. The virtual NPU does it, in the real program.</summary>
public class PluginProcessTests
{
    [SkippableFact]
    public async Task What_a_child_finds_out_arrives_whole()
    {
        var verdict = await Verdict(RealProbe.Patience, "precision=int8");

        Assert.True(verdict.Usable, verdict.Reason);
        Assert.Equal((AcceleratorFamily.Npu, ModelPrecision.Int8), (verdict.Probe!.Family, verdict.Probe.Precision));
        Assert.Equal(("edee:0001", "virtual NPU"), (verdict.Device!.Ids, verdict.Device.Metadata["kind"]));
        Assert.True(verdict.Probe.OpenMs > 0 && verdict.Probe.RunMs > 0);
    }

    [SkippableTheory]
    [InlineData("factory", "segv", "SIGSEGV")]
    [InlineData("devices", "exit", "exit code 3")]
    [InlineData("compile", "abort", "SIGABRT")]
    public async Task A_crash_is_told_with_how_it_ended(string stage, string fault, string ending)
    {
        var verdict = await Verdict(RealProbe.Patience, $"fault={fault}", $"at={stage}");

        Assert.Equal(ProbeOutcome.Crashed, verdict.Probe!.Outcome);
        Assert.Contains(ending, verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("of one release", verdict.Step, StringComparison.Ordinal);
        Assert.Equal(stage == "compile", verdict.Device is not null);
    }

    [SkippableFact]
    public async Task A_library_that_hangs_is_given_up()
    {
        var verdict = await Verdict(TimeSpan.FromSeconds(4), "fault=hang", "at=factory");

        Assert.Equal(ProbeOutcome.Hung, verdict.Probe!.Outcome);
        Assert.Contains("no answer within 4 s", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("--probe-seconds", verdict.Step, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task One_built_for_a_newer_runtime_says_for_which()
    {
        var verdict = await Verdict(RealProbe.Patience, "api=99");

        Assert.StartsWith("it was built for ONNX Runtime 1.99 or later, and this is 1.", verdict.Reason, StringComparison.Ordinal);
        Assert.False(verdict.Usable);
    }

    private static async Task<PluginVerdict> Verdict(TimeSpan deadline, params string[] orders)
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Knows("probe", ProbeModel.Write());
        npu.Knows("probe-int8", QuantizedProbeModel.Write());
        npu.Order(orders);
        var probes = RealProbe.Within(deadline);
        var runtime = new LoadedRuntime("1.30.0", "/opt/ort.so", [], "linux-x64");
        return Assert.Single(await new PluginSurveyor(runtime, probes.ListAsync, probes.TryAsync).SurveyAsync([new PluginLibrary(npu.Name, npu.Library)]));
    }
}
