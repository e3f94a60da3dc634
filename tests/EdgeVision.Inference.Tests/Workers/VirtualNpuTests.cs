using EdgeVision.Core.Faults;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>A vendor's plug-in provider in a worker: it runs, and what it does wrong harms nothing but its worker.</summary>
public class VirtualNpuTests
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_plug_in_provider_gives_in_a_worker_what_the_processor_gives()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        var (model, needs) = Model();
        using var session = InferenceSession.Open(Ort.Need(), model, needs, new OrtSessionOptions());
        using var here = session.CreateSlot();
        using var worker = (await Open(npu)).Accelerator!;
        new Random(1).NextBytes(here.Input.Bytes);
        Clean(here.Input);
        here.Input.Bytes.CopyTo(worker.Input(0).Bytes);
        here.Run();
        Assert.Null((await worker.Submit(0)).Fault);
        for (var i = 0; i < needs.Count; i++)
        {
            Assert.True(here.Floats(i).SequenceEqual(worker.Outputs(0).Floats(i)), $"output {i}");
        }
    }

    [SkippableFact]
    public async Task The_worker_tells_what_of_the_model_its_provider_runs()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        using (var worker = (await Open(npu)).Accelerator!)
        {
            var whole = worker.Placement!;
            Assert.Equal((whole.Nodes, whole.Macs, ""), (whole.Taken, whole.TakenMacs, whole.Left));
            Assert.True(whole is { Nodes: > 20, Macs: > 1_000_000, BoundaryTensors: > 1 }, $"{whole}");
        }

        npu.Order("claim=conv");
        using var partly = (await Open(npu, model: RealModels.Need("street-s"))).Accelerator!;
        var part = partly.Placement!;
        Assert.InRange(part.Taken, 1, part.Nodes - 1);
        Assert.InRange(part.TakenMacs, 1, part.Macs);
        Assert.Contains("are left to the CPU", $"{part}", StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_provider_that_takes_nothing_is_not_used_in_silence()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Order("claim=none");
        var fault = await WorkerRig.Refused(Open(npu));
        Assert.Equal((FaultCode.AcceleratorUnusable, FaultStage.Compile, "npu"), (fault.Code, fault.Origin!.Stage, fault.Origin.Accelerator));
        Assert.Contains("takes no node", fault.What, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("hang", FaultCode.AcceleratorTimedOut)]
    [InlineData("abort", FaultCode.AcceleratorLost)]
    [InlineData("segv", FaultCode.AcceleratorLost)]
    [InlineData("exit", FaultCode.AcceleratorLost)]
    public async Task What_would_end_the_service_ends_the_worker(string fault, FaultCode code)
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        using var worker = (await Open(npu, fault == "hang" ? TimeSpan.FromSeconds(1) : Never)).Accelerator!;
        npu.Order($"fault={fault}");
        var outcome = await worker.Submit(0);
        Assert.Equal((code, FaultStage.Run, "npu"), (outcome.Fault!.Code, outcome.Fault.Origin!.Stage, outcome.Fault.Origin.Accelerator));
    }

    [SkippableFact]
    public async Task A_lost_device_is_told_as_such_and_comes_back_in_the_same_worker()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        using var worker = (await Open(npu)).Accelerator!;
        npu.Order("fault=device_lost");
        Assert.Equal(FaultCode.AcceleratorLost, (await worker.Submit(0)).Fault!.Code);
        npu.Order();
        Assert.Null((await worker.Submit(0)).Fault);
    }

    [SkippableTheory]
    [InlineData(FaultCode.AcceleratorUnusable, FaultStage.Compile, "fault=fail", "at=create")]
    [InlineData(FaultCode.AcceleratorUnusable, FaultStage.Compile, "fault=fail", "at=compile")]
    [InlineData(FaultCode.AcceleratorLost, FaultStage.Load, "fault=abort", "at=compile")]
    [InlineData(FaultCode.AcceleratorMissing, FaultStage.Find, "devices=0")]
    [InlineData(FaultCode.AcceleratorUnusable, FaultStage.Load, "fault=fail", "at=factory")]
    public async Task A_start_that_fails_says_where(FaultCode code, FaultStage stage, params string[] orders)
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Order(orders);
        var fault = await WorkerRig.Refused(Open(npu));
        Assert.True((code, stage) == (fault.Code, fault.Origin!.Stage), $"{fault.Code} at {fault.Origin.Stage}: {fault} {fault.Tail}");
    }

    [SkippableFact]
    public async Task A_provider_library_that_is_not_there_is_named()
    {
        Ort.Need();
        var (model, needs) = Model();
        var plan = WorkerRig.Plan with { Provider = "Vendor", ProviderLibrary = "/nowhere/libvendor.so" };
        var fault = await WorkerRig.Refused(Factory().OpenAsync(model, needs, plan));
        Assert.Equal((FaultCode.LibraryMissing, FaultStage.Find), (fault.Code, fault.Origin!.Stage));
        Assert.Contains("/nowhere/libvendor.so", fault.Tail, StringComparison.Ordinal);
    }

    private static Task<WorkerOpening> Open(VirtualNpu npu, TimeSpan? deadline = null, VerifiedModel? model = null)
    {
        model ??= Model().Model;
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        return Factory().OpenAsync(model, needs, WorkerRig.Plan with
        {
            Provider = npu.Name, ProviderLibrary = npu.Library, RunDeadline = deadline ?? Never,
            ProviderOptions = new Dictionary<string, string> { ["model"] = model.Path },
        });
    }

    private static WorkerAcceleratorFactory Factory() => new(new WorkerSetup { Command = WorkerRig.Fake("honest") }, TimeProvider.System);

    private static (VerifiedModel Model, IReadOnlyList<OutputNeed> Needs) Model()
    {
        var model = RealModels.Need(ShippedModel.NameOfAny());
        return (model, model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs);
    }

    private static void Clean(NativeTensor tensor)
    {
        if (tensor.ElementType == TensorElementType.Float32)
        {
            foreach (ref var value in tensor.AsFloats())
            {
                value = float.IsFinite(value) ? Math.Abs(value % 255) : 0;
            }
        }
    }
}
