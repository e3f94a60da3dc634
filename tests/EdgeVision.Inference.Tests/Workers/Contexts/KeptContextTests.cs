using System.Diagnostics;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Inference.Workers.Contexts;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Testing;
using Xunit.Abstractions;

namespace EdgeVision.Inference.Tests.Workers.Contexts;

/// <summary>
/// What the virtual NPU compiled in one worker is restored by the next; where that does not work the model is compiled anew, and a
/// reader of the log knows why. That nothing was compiled is proved by an NPU that is ordered to fail when it compiles.
/// </summary>
public sealed class KeptContextTests(ITestOutputHelper output) : IDisposable
{
    private const string NoCompiling = "fault=fail";
    private readonly TempFolder _state = new();
    private readonly VirtualNpu _npu = VirtualNpu.Copy(Ort.Need());

    [SkippableFact]
    public async Task A_second_load_does_not_compile_and_answers_the_same()
    {
        _npu.Order("compile_ms=3000");
        var started = Stopwatch.GetTimestamp();
        var first = await Answer(LoadWay.Kept);
        var between = Stopwatch.GetTimestamp();
        _npu.Order("compile_ms=3000", NoCompiling, "at=translate");
        var second = await Answer(LoadWay.Restored);
        Assert.Equal(first, second);
        Assert.Contains(first, static value => value != 0);
        output.WriteLine(
            $"worker started, model loaded and run: {Stopwatch.GetElapsedTime(started, between).TotalSeconds:F1} s with 3 s of compiling, "
            + $"{Stopwatch.GetElapsedTime(between).TotalSeconds:F1} s from what was kept");
    }

    [SkippableFact]
    public async Task Another_model_is_compiled_for_itself()
    {
        await Load(LoadWay.Kept);
        await Load(LoadWay.Kept, Rewritten());
        _npu.Order(NoCompiling, "at=translate");
        await Load(LoadWay.Restored);
        await Load(LoadWay.Restored, Rewritten());
    }

    [SkippableFact]
    public async Task A_damaged_file_is_compiled_anew_with_a_note()
    {
        await Load(LoadWay.Kept);
        var file = Directory.GetFiles(_state.Path, "model.onnx", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[^3] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("not those that were written", Assert.Single(await Load(LoadWay.Kept)), StringComparison.Ordinal);
        Assert.Empty(await Load(LoadWay.Restored));
    }

    [SkippableFact]
    public async Task What_the_provider_refuses_is_compiled_anew_with_its_words()
    {
        await Load(LoadWay.Kept);
        _npu.Order("driver=2");
        Assert.Contains("for driver 2", Assert.Single(await Load(LoadWay.Kept)), StringComparison.Ordinal);
        Assert.Empty(await Load(LoadWay.Restored));
    }

    [SkippableFact]
    public async Task What_crashed_its_worker_is_not_tried_again()
    {
        await Load(LoadWay.Kept);
        _npu.Order("fault=abort", "at=restore");
        Assert.Equal(FaultCode.AcceleratorLost, (await WorkerRig.Refused(Open(Model()))).Code);
        Assert.Contains("did not come to its end", Assert.Single(await Load(LoadWay.Kept)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_provider_without_contexts_is_asked_once()
    {
        _npu.Order("claim=conv");
        Assert.Contains("nothing to keep", Assert.Single(await Load(LoadWay.Plain)), StringComparison.Ordinal);
        Assert.Empty(await Load(LoadWay.Plain));
    }

    [SkippableFact]
    public async Task A_provider_that_keeps_files_of_its_own_finds_them_again()
    {
        var plan = new ContextPlan(Path.Combine(_state.Path, "contexts"), CompiledForm.Folder, new Dictionary<string, string> { ["memo"] = "{folder}" });
        using (var first = await Worker(LoadWay.Kept, Model(), plan))
        {
            Assert.Single(Directory.GetFiles(_state.Path, "*.answer", SearchOption.AllDirectories));
        }

        using var second = await Worker(LoadWay.Restored, Model(), plan);
        Assert.Empty(second.Loaded!.Notes);
    }

    [SkippableFact]
    public async Task A_folder_that_cannot_be_used_costs_only_the_keeping()
    {
        File.WriteAllText(Path.Combine(_state.Path, "contexts"), "no folder");
        Assert.Contains("nothing is kept", Assert.Single(await Load(LoadWay.Plain)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_failure_to_compile_is_told_as_without_keeping()
    {
        _npu.Order(NoCompiling, "at=translate");
        var fault = await WorkerRig.Refused(Open(Model()));
        Assert.Equal((FaultCode.AcceleratorUnusable, FaultStage.Compile), (fault.Code, fault.Origin!.Stage));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_state.Path, "contexts")));
    }

    public void Dispose()
    {
        _npu.Dispose();
        _state.Dispose();
    }

    private async Task<IReadOnlyList<string>> Load(LoadWay way, VerifiedModel? model = null)
    {
        using var worker = await Worker(way, model ?? Model());
        return worker.Loaded!.Notes;
    }

    private async Task<float[]> Answer(LoadWay way)
    {
        using var worker = await Worker(way, Model());
        var bytes = worker.Input(0).Bytes;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            BitConverter.TryWriteBytes(bytes[at..], (float)(at / 4 % 251));
        }

        Assert.Null((await worker.Submit(0)).Fault);
        return worker.Outputs(0).Floats(0).ToArray();
    }

    private async Task<WorkerAccelerator> Worker(LoadWay way, VerifiedModel model, ContextPlan? plan = null)
    {
        var opening = await Open(model, plan);
        Assert.True(opening.Fault is null, $"{opening.Fault} {opening.Fault?.Tail}");
        Assert.True(way == opening.Accelerator!.Loaded!.Way, $"{opening.Accelerator.Loaded!.Way}: {string.Join("; ", opening.Accelerator.Loaded!.Notes)}");
        return opening.Accelerator;
    }

    private Task<WorkerOpening> Open(VerifiedModel model, ContextPlan? plan = null) =>
        new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerRig.Fake("honest") }, TimeProvider.System).OpenAsync(model, Needs(model), WorkerRig.Plan with
        {
            Provider = _npu.Name, ProviderLibrary = _npu.Library, Contexts = plan ?? ContextPlan.For(_state.Path, _npu.Name), Slots = 1,
            RunDeadline = TimeSpan.FromMinutes(10), ProviderOptions = new Dictionary<string, string> { ["model"] = model.Path },
        });

    /// <summary>The same network with another description, so with another hash.</summary>
    private VerifiedModel Rewritten()
    {
        var model = Model();
        var onnx = OnnxReader.Read(model.Bytes);
        onnx.Description = "written again";
        var bytes = OnnxWriter.Write(onnx);
        var path = Path.Combine(_state.Path, "rewritten.onnx");
        File.WriteAllBytes(path, bytes);
        return new VerifiedModel(model.Manifest with { Sha256 = ModelVerification.Hash(bytes), Size = bytes.Length }, path, bytes);
    }

    private static VerifiedModel Model() => RealModels.Need(ShippedModel.NameOfAny());

    private static IReadOnlyList<OutputNeed> Needs(VerifiedModel model) =>
        model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
}
