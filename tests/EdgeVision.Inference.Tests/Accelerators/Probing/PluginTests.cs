using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Probing;

/// <summary>The verdict on a plug-in provider library says what is wrong with it. The virtual NPU is at fault in each way in turn.</summary>
public sealed class PluginTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [SkippableFact]
    public async Task One_that_computes_right_is_usable_and_tells_its_kind()
    {
        var verdict = await Verdict([]);

        Assert.True(verdict.Usable, verdict.Reason);
        Assert.Equal((AcceleratorFamily.Npu, ModelPrecision.Fp32), (verdict.Family, verdict.Probe!.Precision));
        Assert.Equal(("EdgeVision tests", "edee:0001", "virtual NPU"), (verdict.Device!.Vendor, verdict.Device.Ids, verdict.Device.Metadata["kind"]));
        Assert.Equal(verdict.Library.Name, verdict.Provider);
        Assert.Equal(("", ""), (verdict.Reason, verdict.Step));
    }

    [SkippableFact]
    public async Task One_that_takes_8_bits_only_is_usable_and_says_so()
    {
        var verdict = await Verdict(["precision=int8"]);

        Assert.True(verdict.Usable, verdict.Reason);
        Assert.Equal(ModelPrecision.Int8, verdict.Probe!.Precision);
    }

    [SkippableFact]
    public async Task One_that_takes_nothing_is_refused_and_not_taken_for_the_processor()
    {
        var verdict = await Verdict(["claim=none"]);

        Assert.Equal((ProbeOutcome.Refused, false), (verdict.Probe!.Outcome, verdict.Usable));
        Assert.StartsWith("a session on it does not open", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("options of", verdict.Step, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("factory", "the library refuses to start: ", "of one release")]
    [InlineData("create", "a session on it does not open: ", "compare the options of")]
    [InlineData("compile", "a session on it does not open: ", "compare the options of")]
    public async Task A_refusal_is_told_in_the_librarys_words(string stage, string reason, string step)
    {
        var verdict = await Verdict(["fault=fail", $"at={stage}"]);

        Assert.False(verdict.Usable);
        Assert.StartsWith(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.Contains($"ordered to fail at {stage}", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains(step, verdict.Step, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("device_lost", ProbeOutcome.Failed, "virtual NPU: device lost")]
    [InlineData("nan", ProbeOutcome.Wrong, "it gives wrong numbers")]
    [InlineData("zero", ProbeOutcome.Wrong, "it gives wrong numbers")]
    public async Task A_run_that_goes_wrong_is_seen(string fault, ProbeOutcome outcome, string reason)
    {
        var verdict = await Verdict([$"fault={fault}"]);

        Assert.Equal(outcome, verdict.Probe!.Outcome);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task One_without_a_device_says_what_to_look_at()
    {
        var verdict = await Verdict(["devices=0"]);

        Assert.Equal((null, ProbeOutcome.NoDevice), (verdict.Family, verdict.Probe!.Outcome));
        Assert.Equal("the library loads and finds no device", verdict.Reason);
        Assert.Contains("plugged in", verdict.Step, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_missing_file_is_named()
    {
        var verdict = await Verdict(new PluginLibrary("Nothing", _folder["nowhere.so"]));

        Assert.Equal(ProbeOutcome.Unloadable, verdict.Probe!.Outcome);
        Assert.Equal($"the library does not load: {_folder["nowhere.so"]}: no such file", verdict.Reason);
        Assert.Contains("set the library of Nothing", verdict.Step, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_file_that_is_no_library_is_refused()
    {
        var verdict = await Verdict(new PluginLibrary("Text", _folder.Write("text.so", "not a library")));

        Assert.Equal(ProbeOutcome.Unloadable, verdict.Probe!.Outcome);
        Assert.Contains("text.so", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The requested API version [31] is not available, only API versions [1, 30] are supported in this build.", "1.31")]
    [InlineData("libvendor.so: /usr/lib/libonnxruntime.so.1: version `VERS_1.31.0' not found (required by libvendor.so)", "1.31")]
    public async Task One_built_for_a_newer_runtime_is_told_by_the_words_around_it(string words, string wanted)
    {
        var runtime = new LoadedRuntime("1.30.0", "/opt/ort.so", [], "linux-x64");
        var surveyor = new PluginSurveyor(
            runtime, (_, _) => Task.FromResult(new PluginListing(ProbeOutcome.NoDevice, $"; it said: {LastWords.Of($"{words}\nbye\n")}", [])),
            (_, _, _) => throw new InvalidOperationException("there is nothing to try"));

        var verdict = Assert.Single(await surveyor.SurveyAsync([new PluginLibrary("Vendor", "/x.so")]));

        Assert.Equal($"it was built for ONNX Runtime {wanted} or later, and this is 1.30.0", verdict.Reason);
        Assert.Contains("EDGEVISION_ORT", verdict.Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e60:2864", AcceleratorFamily.Npu)]
    [InlineData("1ac1:089a", AcceleratorFamily.Tpu)]
    [InlineData("1e7c:bca1", AcceleratorFamily.Neuromorphic)]
    public void The_catalogue_knows_kinds_that_the_runtime_has_no_word_for(string ids, AcceleratorFamily family) =>
        Assert.Equal(family, PluginDevice.Known(ids)!.Family);

    public void Dispose() => _folder.Dispose();

    private static async Task<PluginVerdict> Verdict(string[] orders)
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Knows("probe", ProbeModel.Write());
        npu.Knows("probe-int8", QuantizedProbeModel.Write());
        npu.Order(orders);
        return await Verdict(new PluginLibrary(npu.Name, npu.Library));
    }

    /// <summary>In this process: what ends a process is tried through one of its own, in the service's tests.</summary>
    private static async Task<PluginVerdict> Verdict(PluginLibrary library)
    {
        var ort = Ort.Need();
        var runtime = new LoadedRuntime(ort.Version, ort.Path, ort.AvailableProviders, "linux-x64");
        var surveyor = new PluginSurveyor(
            runtime,
            (one, _) => Task.FromResult(Once(one, () => PluginProbe.List(ort, one))),
            (one, device, _) => Task.FromResult(Once(one, () => PluginProbe.Try(ort, one, device, TimeProvider.System))));
        return Assert.Single(await surveyor.SurveyAsync([library]));

        T Once<T>(PluginLibrary one, Func<T> ask)
        {
            var answer = ask();
            if (answer is PluginListing { Outcome: not (ProbeOutcome.Usable or ProbeOutcome.NoDevice) })
            {
                return answer;
            }

            ort.UnregisterProviderLibrary(one.Name);
            return answer;
        }
    }
}
