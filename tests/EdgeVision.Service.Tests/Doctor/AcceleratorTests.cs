using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Accelerators;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>What is said of accelerators: those that the file asks for, and those that are there.</summary>
public class AcceleratorTests
{
    private const string NpuListing =
        """{"outcome":"Usable","message":"","devices":[{"provider":"Npu","provider_vendor":"v","vendor":"ACME","ids":"1e60:2864","family":"Npu","metadata":{}}]}""";

    private static readonly AcceleratorPlan Npu = new() { Name = "Npu", Library = "/lib/npu.so", Threads = 1 };

    [Fact]
    public async Task Auto_with_only_the_processor_is_good()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var found = await Check(pi, Pi());

        Assert.Equal(("ok", "accelerators", "there is only the CPU"), Line(Assert.Single(found)));
    }

    [Fact]
    public async Task A_named_provider_that_works_is_good_and_one_that_does_not_fails()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var probes = new ScriptedProbe("linux-arm64", "CPUExecutionProvider", "XnnpackExecutionProvider")
            .Says("*XNNPACK*", """{"outcome":"Refused","message":"no kernels","open_ms":0,"run_ms":0}""").Says("*CPU*", ScriptedProbe.Usable);
        var found = await Check(pi, probes, Named("XNNPACK"), Named("CUDA"), Named("CPU"));

        Examination.Says(found, "accelerator XNNPACK", CheckState.Fail, "a session on it does not open: no kernels", "--use_xnnpack");
        Examination.Says(found, "accelerator CUDA", CheckState.Fail, "was built without CUDA", "JetPack");
        Examination.Says(found, "accelerator CPU", CheckState.Ok, "usable, a tiny model opens in 12 ms and runs in 0.5 ms", "");
    }

    [Fact]
    public async Task A_plug_in_library_that_takes_8_bits_only_is_good()
    {
        using var pi = WithHailo(withDriver: true);
        var probes = Pi().Says("*--device*", """{"outcome":"Usable","message":"","open_ms":1,"run_ms":1,"precision":"Int8"}""").Says("*--library*", NpuListing);
        var found = await Check(pi, probes, Npu, Named("CPU"));

        Examination.Says(found, "accelerator Npu", CheckState.Ok, "usable: ACME NPU", "");
        Examination.Says(found, "accelerator Npu", CheckState.Ok, "for 8-bit models only", "");
        Examination.Says(found, "device Hailo-8 or Hailo-8L", CheckState.Ok, "usable through Npu, for 8-bit models only", "");
    }

    [Fact]
    public async Task A_plug_in_library_that_crashes_fails_with_its_step()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var found = await Check(pi, Pi().Does("*--library*", "echo 'npu: bad firmware' >&2; kill -SEGV $$"), Npu, Named("CPU"));

        Examination.Says(found, "accelerator Npu", CheckState.Fail, "SIGSEGV", "of one release");
        Examination.Says(found, "accelerator Npu", CheckState.Fail, "npu: bad firmware", "");
    }

    [Fact]
    public async Task A_card_without_its_driver_is_a_warning_with_the_fix()
    {
        using var pi = WithHailo(withDriver: false);
        var found = await Check(pi, Pi());

        Examination.Says(found, "device Hailo-8 or Hailo-8L", CheckState.Warn, "its driver is not loaded", "apt install hailo-all");
        Examination.Says(found, "accelerators", CheckState.Ok, "only the CPU", "");
    }

    [Fact]
    public async Task A_graphics_unit_that_nobody_asked_for_is_no_warning()
    {
        using var pi = RecordedTree.RaspberryPi4().With("proc/device-tree/compatible", "raspberrypi,4-model-b\0brcm,bcm2711\0").With("dev/dri/renderD128", "");
        var found = await Check(pi, Pi());

        Examination.Says(found, "device Broadcom VideoCore GPU", CheckState.Ok, "not usable: WebGPU: ONNX Runtime 1.30.0 at /opt/ort.so was built without WebGPU", "mesa");
        Assert.DoesNotContain(found, finding => finding.State != CheckState.Ok);
    }

    [Fact]
    public async Task A_missing_kind_is_a_warning_where_another_serves_and_fails_alone()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var wish = new AcceleratorPlan { Name = "npu", Family = AcceleratorFamily.Npu, Threads = 1 };

        Examination.Says(await Check(pi, Pi(), wish, Named("CPU")), "accelerator npu", CheckState.Warn, "this machine shows no NPU", "accelerators: auto");
        Examination.Says(await Check(pi, Pi(), wish), "accelerator npu", CheckState.Fail, "this machine shows no NPU", "accelerators: auto");
        var prefer = new AcceleratorPlan { Name = AcceleratorOptions.Auto, Prefer = AcceleratorPreference.Npu, Threads = 1 };
        Examination.Says(await Check(pi, Pi(), prefer), "accelerator auto", CheckState.Warn, "there is no usable NPU; it chooses among CPU", "edgevision devices");
    }

    [Fact]
    public async Task When_the_time_is_up_the_rest_is_told_as_not_tried()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var check = new AcceleratorCheck(pi.Root, [Npu, Named("CPU")], Pi().Bounded(TimeSpan.Zero));
        var found = await Examination.Of(check);

        Examination.Says(found, "accelerator Npu", CheckState.Fail, "it was not tried: the time was up", "edgevision devices");
    }

    [Fact]
    public async Task Without_a_library_nothing_is_tried()
    {
        using var pi = RecordedTree.RaspberryPi4();
        var finding = Assert.Single(await Check(pi, new ScriptedProbe("linux-arm64").Does("*", "kill -ABRT $$"), Npu));

        Examination.Says(finding, CheckState.Warn, "ONNX Runtime was not found", "ONNX Runtime above");
        Assert.Contains(finding.Details, line => line.Contains("SIGABRT", StringComparison.Ordinal));
    }

    private static ScriptedProbe Pi() => new ScriptedProbe("linux-arm64", "CPUExecutionProvider").Says("'probe-provider CPU'", ScriptedProbe.Usable);

    private static RecordedTree WithHailo(bool withDriver)
    {
        var pi = RecordedTree.RaspberryPi4()
            .With("sys/bus/pci/devices/0001:01:00.0/vendor", "0x1e60\n").With("sys/bus/pci/devices/0001:01:00.0/device", "0x2864\n").With("sys/bus/pci/devices/0001:01:00.0/class", "0x120000\n");
        return withDriver ? pi.With("dev/hailo0", "") : pi;
    }

    private static AcceleratorPlan Named(string name) => new() { Name = name, Provider = ProviderCatalogue.Find(name), Threads = 1 };

    private static Task<IReadOnlyList<Finding>> Check(RecordedTree tree, ScriptedProbe probes, params AcceleratorPlan[] accelerators) =>
        Examination.Of(new AcceleratorCheck(tree.Root, accelerators, probes.Bounded()));

    private static (string State, string Subject, string Found) Line(Finding finding) =>
        (finding.State.ToString().ToLowerInvariant(), finding.Subject, finding.Found);
}
