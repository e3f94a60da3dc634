using EdgeVision.Core.Faults;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Starts workers: the program's own, and the fake one that behaves as told.</summary>
internal static class WorkerRig
{
    /// <summary>Two outputs, of 4 and 6 numbers.</summary>
    public static readonly OutputNeed[] Needs = [new("first", [1, 4], "as made here"), new("second", [2, 3], "as made here")];

    private static readonly string Build = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    public static bool Long => Environment.GetEnvironmentVariable("EDGEVISION_LONG") == "1";

    public static WorkerPlan Plan { get; } = new() { Accelerator = "npu", Provider = "CPU", RunDeadline = TimeSpan.FromSeconds(20) };

    /// <summary>A model that no fake worker reads.</summary>
    public static VerifiedModel NoModel { get; } = new(Manifests.For([1, 2, 3]), "/nowhere/tiny.onnx", new byte[] { 1, 2, 3 });

    public static WorkerCommand Program { get; } =
        new("dotnet", [Repository.PathOf("src", "EdgeVision.Service", "bin", Build, "net10.0", "edgevision.dll"), "worker"]);

    public static WorkerCommand Fake(string behaviour) =>
        new("dotnet", [Repository.PathOf("tests", "FakeWorker", "bin", Build, "net10.0", "FakeWorker.dll"), behaviour]);

    public static Task<WorkerOpening> TryOpen(string behaviour, WorkerPlan? plan = null, WorkerSetup? setup = null) =>
        new WorkerAcceleratorFactory((setup ?? new WorkerSetup { Command = Fake(behaviour) }) with { Command = Fake(behaviour) }, TimeProvider.System)
            .OpenAsync(NoModel, Needs, plan ?? Plan);

    public static async Task<WorkerAccelerator> Open(string behaviour, WorkerPlan? plan = null, WorkerSetup? setup = null)
    {
        var opening = await TryOpen(behaviour, plan, setup);
        Assert.True(opening.Fault is null, $"{opening.Fault} {opening.Fault?.Tail}");
        return opening.Accelerator!;
    }

    public static async Task<Fault> Refused(Task<WorkerOpening> opening)
    {
        var (accelerator, fault) = await opening;
        accelerator?.Dispose();
        Assert.Null(accelerator);
        return fault!;
    }

    /// <summary>What its run comes to, with the input's first number as given.</summary>
    public static async Task<Fault?> Run(WorkerAccelerator accelerator, int slot, float first)
    {
        accelerator.Input(slot).AsFloats()[0] = first;
        return (await accelerator.Submit(slot)).Fault;
    }
}
