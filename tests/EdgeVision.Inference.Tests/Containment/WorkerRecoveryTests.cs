using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Containment.Fakes;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Tests.Workers;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>A plug-in in a real worker that fails in every way, again and again. Alone, because what the process holds is counted.</summary>
[Collection(nameof(Alone))]
public class WorkerRecoveryTests
{
    private static readonly string[] Faults = ["exit", "device_lost", "nan", "segv", "hang", "abort"];
    private static readonly int Cycles = WorkerRig.Long ? 200 : 2 * Faults.Length;

    // Until each fault came once: pools and code are there after that.
    private static readonly int WarmUp = WorkerRig.Long ? 5 * Faults.Length : Faults.Length;

    [SkippableFact]
    public async Task Deaths_and_returns_of_a_real_worker_leave_nothing_behind_and_lose_no_frame()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        var model = RealModels.Need(ShippedModel.NameOfAny());
        var watcher = new RecordingWatcher();
        var pause = TimeSpan.FromMilliseconds(1);
        using var accelerator = FallbackAccelerator.Open(
            model.Manifest, [Npu(npu, model), Processor(model)], watcher, TimeProvider.System,
            new ContainmentOptions { Faults = 1, FirstPause = pause, LongestPause = pause });
        var traces = new List<ProcessTraces>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await Eventually.Holds(() => accelerator.Active == "npu", TimeSpan.FromMinutes(2), () => string.Join(Environment.NewLine, accelerator.Statuses));
            traces.Add(ProcessTraces.Now());
            npu.Order($"fault={Faults[cycle % Faults.Length]}");
            accelerator.Input(cycle & 1).Bytes.Clear();
            Assert.True((await accelerator.Submit(cycle & 1)).Ok);
            Assert.Equal("cpu", accelerator.AnsweredBy(cycle & 1));
            npu.Order();
        }

        Assert.Equal(Cycles, watcher.Faults.Count(static fault => fault.Origin!.Action == "ran the frame on cpu"));
        var (early, late) = (traces[WarmUp], traces[^1]);
        Report(early, late);
        Assert.True(late.IsWithin(early), $"{early} after {WarmUp} cycles, {late} after {Cycles}");
        Assert.True(!WorkerRig.Long || late.ResidentBytes < early.ResidentBytes * 1.05, $"{early} after {WarmUp} cycles, {late} after {Cycles}");
    }

    private static AcceleratorCandidate Npu(VirtualNpu npu, VerifiedModel model)
    {
        var factory = new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerRig.Fake("honest") }, TimeProvider.System);
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        var plan = WorkerRig.Plan with
        {
            Provider = npu.Name, ProviderLibrary = npu.Library, RunDeadline = TimeSpan.FromSeconds(1),
            ProviderOptions = new Dictionary<string, string> { ["model"] = model.Path },
        };
        return new AcceleratorCandidate("npu", npu.Name, stop =>
        {
            var (accelerator, fault) = factory.OpenAsync(model, needs, plan, stop).GetAwaiter().GetResult();
            return accelerator ?? throw new FaultException(fault!);
        })
        { RunLimit = Timeout.InfiniteTimeSpan };
    }

    private static AcceleratorCandidate Processor(VerifiedModel model) => new(
        "cpu", "CPU", _ => new EdgeVision.Inference.Accelerators.CpuAccelerator("cpu", Golden.Session(model, new OrtSessionOptions()), 2, TimeProvider.System))
    {
        RunLimit = Timeout.InfiniteTimeSpan,
    };

    private static void Report(ProcessTraces early, ProcessTraces late)
    {
        if (Environment.GetEnvironmentVariable("EDGEVISION_DRILL_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, $"after {WarmUp} cycles: {early}\nafter {Cycles} cycles: {late}\n");
        }
    }
}
