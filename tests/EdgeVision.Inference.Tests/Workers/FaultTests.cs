using EdgeVision.Core.Faults;
using EdgeVision.Inference.Workers;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Whatever a worker does, the parent gets a fault that names it, in time, and every later run the same at once.</summary>
public class FaultTests
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_hanging_run_is_a_timeout_and_its_worker_is_killed()
    {
        using var worker = await WorkerRig.Open("stalls", WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(300) });
        var second = worker.Submit(1).AsTask();
        var fault = await Fault(worker);
        Assert.Equal((FaultCode.AcceleratorTimedOut, FaultStage.Run), (fault.Code, fault.Origin!.Stage));
        Assert.Equal(("npu", "CPU"), (fault.Origin.Accelerator, fault.Origin.Provider));
        Assert.Contains("waiting for the command queue", fault.Tail, StringComparison.Ordinal);
        Assert.Same(fault, (await second).Fault);
        Assert.Same(fault, await Fault(worker));
    }

    [Theory]
    [InlineData("crashes", "signal 9", "assertion failed in dma.c")]
    [InlineData("exits", "exit code 9", "")]
    [InlineData("closes-its-socket", "closed its connection", "")]
    public async Task A_death_is_noticed_at_once_and_says_how(string behaviour, string how, string words)
    {
        // The deadline cannot be what ends the wait.
        using var worker = await WorkerRig.Open(behaviour, WorkerRig.Plan with { RunDeadline = Never });
        var fault = await Fault(worker);
        Assert.Equal((FaultCode.AcceleratorLost, FaultStage.Run), (fault.Code, fault.Origin!.Stage));
        Assert.Contains(how, fault.What, StringComparison.Ordinal);
        Assert.Contains(words, fault.Tail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubbish", "magic")]
    [InlineData("wrong-slot", "slot 1")]
    [InlineData("unknown-run", "request 102")]
    [InlineData("endless-tail", "65537 bytes")]
    public async Task Nonsense_is_a_fault_and_its_worker_is_killed(string behaviour, string why)
    {
        using var worker = await WorkerRig.Open(behaviour, WorkerRig.Plan with { RunDeadline = Never });
        var fault = await Fault(worker);
        Assert.Equal(FaultCode.AcceleratorLost, fault.Code);
        Assert.Contains(why, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_out_of_turn_is_nonsense()
    {
        using var worker = await WorkerRig.Open("out-of-order", WorkerRig.Plan with { RunDeadline = Never });
        var first = worker.Submit(0).AsTask();
        var second = worker.Submit(1).AsTask();
        Assert.Equal(FaultCode.AcceleratorLost, (await first).Fault!.Code);
        Assert.Equal(FaultCode.AcceleratorLost, (await second).Fault!.Code);
    }

    [Fact]
    public async Task A_failed_run_names_node_and_operator_and_the_worker_lives_on()
    {
        using var worker = await WorkerRig.Open("fails");
        for (var i = 0; i < 3; i++)
        {
            var fault = await Fault(worker);
            Assert.Equal(("stem", "Conv", "NotImplemented"), (fault.Origin!.Node, fault.Origin.Operator, fault.Origin.LibraryCode));
            Assert.Equal("vendor: no", fault.Tail);
        }

        Assert.Null(worker.Failure);
    }

    [Theory]
    [InlineData("never-starts", FaultCode.AcceleratorLost, FaultStage.Find, "exit code 3")]
    [InlineData("dies-in-load", FaultCode.AcceleratorLost, FaultStage.Load, "exit code 7")]
    [InlineData("refuses-load", FaultCode.AcceleratorUnusable, FaultStage.Compile, "does not fit")]
    public async Task A_load_that_fails_says_where_and_why(string behaviour, FaultCode code, FaultStage stage, string what)
    {
        var fault = await WorkerRig.Refused(WorkerRig.TryOpen(behaviour));
        Assert.Equal((code, stage), (fault.Code, fault.Origin!.Stage));
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never-connects", FaultStage.Find)]
    [InlineData("stalls-in-load", FaultStage.Load)]
    public async Task A_load_that_hangs_is_a_timeout(string behaviour, FaultStage stage)
    {
        // The start's deadline is the one that counts for the first, the load's for the second.
        var start = behaviour == "never-connects" ? TimeSpan.FromMilliseconds(300) : Never;
        var fault = await WorkerRig.Refused(WorkerRig.TryOpen(
            behaviour, WorkerRig.Plan with { LoadDeadline = TimeSpan.FromMilliseconds(300) },
            new WorkerSetup { Command = WorkerRig.Program, StartDeadline = start }));
        Assert.Equal((FaultCode.AcceleratorTimedOut, stage), (fault.Code, fault.Origin!.Stage));
    }

    [Fact]
    public async Task An_idle_worker_that_hangs_is_found_by_a_ping()
    {
        var setup = new WorkerSetup { Command = WorkerRig.Program, PingInterval = TimeSpan.FromMilliseconds(50) };
        using var deaf = await WorkerRig.Open("stalls-when-idle", WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(200) }, setup);
        using var good = await WorkerRig.Open("good", null, setup);
        await Eventually.Holds(() => deaf.Failure is { Code: FaultCode.AcceleratorTimedOut });
        Assert.Null(good.Failure);
        Assert.Null(await WorkerRig.Run(good, 0, 1));
    }

    [Fact]
    public async Task A_missing_program_is_a_fault()
    {
        var setup = new WorkerSetup { Command = new WorkerCommand("/nowhere/edgevision", ["worker"]) };
        var fault = await WorkerRig.Refused(new WorkerAcceleratorFactory(setup, TimeProvider.System).OpenAsync(WorkerRig.NoModel, WorkerRig.Needs, WorkerRig.Plan));
        Assert.Contains("/nowhere/edgevision", fault.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var factory = new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerRig.Fake("stalls-in-load") }, TimeProvider.System);
        var opening = factory.OpenAsync(WorkerRig.NoModel, WorkerRig.Needs, WorkerRig.Plan with { LoadDeadline = Never }, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    private static async Task<Fault> Fault(WorkerAccelerator worker) => (await WorkerRig.Run(worker, 0, 1))!;
}
