using EdgeVision.Core.Faults;
using EdgeVision.Inference.Workers.Protocol;

namespace EdgeVision.Inference.Workers;

/// <summary>All faults of one worker, with its names in them.</summary>
internal sealed class WorkerFaults(string model, string modelSha256, WorkerPlan plan)
{
    private const string TriedAgain = "it is started again; if it happens often, see its last words and update the provider's driver";

    private readonly string _subject = $"model {model} on {plan.Accelerator}";

    public Fault NotStarted(string what, string remedy) => Of(FaultCode.ProgramMissing, FaultStage.Find, what, remedy);

    public Fault NoMemory(string why) => Of(FaultCode.AcceleratorUnusable, FaultStage.CopyIn, $"there is no shared memory for its tensors: {why}", "see df /dev/shm");

    public Fault Stranger() => Of(FaultCode.Internal, FaultStage.Find, "another process knocked in the worker's place", "see who else runs as the service's user");

    public Fault NeverSpoke(TimeSpan limit) => Of(FaultCode.AcceleratorTimedOut, FaultStage.Find, $"its worker did not report within {Seconds(limit)}", TriedAgain);

    public Fault LoadOverran() => Of(
        FaultCode.AcceleratorTimedOut, FaultStage.Load, $"{plan.Provider} did not load the model within {Seconds(plan.LoadDeadline)}",
        "raise the load deadline if it compiles for long; else update the provider's driver");

    public Fault RunOverran() => Of(
        FaultCode.AcceleratorTimedOut, FaultStage.Run, $"the run did not end within {Seconds(plan.RunDeadline)}, its worker was killed", TriedAgain);

    public Fault Silent() => Of(
        FaultCode.AcceleratorTimedOut, FaultStage.Run, $"its idle worker did not answer within {Seconds(plan.RunDeadline)}, and was killed", TriedAgain);

    public Fault Gone(FaultStage stage, string how) => Of(FaultCode.AcceleratorLost, stage, $"its worker {how}", TriedAgain);

    public Fault Garbled(FaultStage stage, string why) => Of(
        FaultCode.AcceleratorLost, stage, $"its worker spoke nonsense and was killed: {why}", TriedAgain);

    public Fault Bug(Exception bug) => Of(FaultCode.Internal, FaultStage.Run, $"{bug.GetType().Name}: {bug.Message}", "please report it");

    /// <summary>What the worker itself says.</summary>
    public Fault Reported(FaultReport report)
    {
        var fault = Of(report.Code, report.Stage, report.What, report.Remedy);
        return fault with
        {
            Tail = report.Words,
            Origin = fault.Origin! with { Node = report.Node, Operator = report.Operator, LibraryCode = report.LibraryCode },
        };
    }

    /// <summary>With the worker's last words behind those of the library.</summary>
    public static Fault WithTail(Fault fault, string tail) =>
        fault with { Tail = fault.Tail.Length > 0 && tail.Length > 0 ? $"{fault.Tail}\n{tail}" : fault.Tail + tail };

    private Fault Of(FaultCode code, FaultStage stage, string what, string remedy) =>
        new(code, _subject, what, remedy) { Origin = new FaultOrigin(plan.Accelerator, plan.Provider, modelSha256, stage) };

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
