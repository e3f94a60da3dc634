using EdgeVision.Core.Operating;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>What is written under accelerators, as the plan has it.</summary>
public class AcceleratorPlanTests
{
    [Theory]
    [InlineData("auto", "auto", null, true)]
    [InlineData("cpu", "CPU", null, true)]
    [InlineData("npu", "npu", AcceleratorFamily.Npu, false)]
    [InlineData("GPU", "gpu", AcceleratorFamily.Gpu, false)]
    [InlineData("OpenVINO", "OpenVINO", null, false)]
    [InlineData("tensorrt", "TensorRT", null, false)]
    [InlineData("WebGpuExecutionProvider", "WebGPU", null, false)]
    [InlineData("{prefer: lowest-energy}", "auto", null, true)]
    [InlineData("{prefer: npu}", "auto", null, false)]
    public void AWordBecomesWhatItMeans(string written, string name, AcceleratorFamily? family, bool takesProcessor)
    {
        var plan = Assert.Single(Plans(written));

        Assert.Equal((name, family, takesProcessor), (plan.Name, plan.Family, plan.TakesProcessor));
    }

    [Fact]
    public void AListKeepsItsOrderAndEverySetting()
    {
        using var folder = new SecretFolder();
        folder.Write("libhailo.so", "x");
        var plans = Plans(
            "[{provider: OpenVINO, options: {device_type: NPU, enable_qdq_optimizer: true}, isolation: process}, "
            + "{provider: HailoProvider, library: libhailo.so, options: {anything: goes}}, gpu, {provider: cpu, threads: 2}]",
            folder.Path);

        Assert.Equal(["OpenVINO", "HailoProvider", "gpu", "CPU"], plans.Select(plan => plan.Name));
        Assert.Equal(("NPU", "true"), (plans[0].Options["device_type"], plans[0].Options["enable_qdq_optimizer"]));
        Assert.Equal(Isolation.Process, plans[0].Isolation);
        Assert.Equal(Path.Combine(folder.Path, "libhailo.so"), plans[1].Library);
        Assert.Equal("goes", plans[1].Options["anything"]);
        Assert.Null(plans[1].Provider);
        Assert.Equal(2, plans[3].Threads);
    }

    [Fact]
    public void APlugInMayStandBesideAuto()
    {
        using var folder = new SecretFolder();
        folder.Write("libhailo.so", "x");
        var plans = Plans("[auto, {provider: HailoProvider, library: libhailo.so}]", folder.Path);

        Assert.Equal(["auto", "HailoProvider"], plans.Select(plan => plan.Name));
    }

    [Theory]
    [InlineData("auto", false)]
    [InlineData("{provider: cpu, threads: 3}", true)]
    public void ThreadsThatWereNotGivenAreMeasured(string written, bool given) => Assert.Equal(given, Assert.Single(Plans(written)).ThreadsAreGiven);

    [Fact]
    public void TheProcessorIsFoundAlsoBehindOthers()
    {
        var yaml = Device.Small + "\naccelerators: [npu, {provider: cpu, threads: 3}]\n";

        Assert.Equal(3, Device.Load(yaml).Plan!.ForProcessor.Threads);
    }

    [Fact]
    public void APreferenceArrives() =>
        Assert.Equal(AcceleratorPreference.LowestLatency, Assert.Single(Plans("{prefer: lowest-latency}")).Prefer);

    private static IReadOnlyList<AcceleratorPlan> Plans(string accelerators, string? folder = null)
    {
        var yaml = System.Text.Encoding.UTF8.GetBytes($"{Device.Small}\naccelerators: {accelerators}\n");
        var loaded = Device.Load(yaml, folder ?? Path.GetTempPath());
        Assert.Equal("", loaded.Errors.ToString());
        return loaded.Plan!.Accelerators;
    }
}
