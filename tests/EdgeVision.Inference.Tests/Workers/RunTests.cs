using EdgeVision.Inference.Workers;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Runs, slots and their order.</summary>
public class RunTests
{
    [Fact]
    public async Task Two_slots_in_flight_are_answered_in_their_order_each_with_its_own_outputs()
    {
        using var worker = await WorkerRig.Open("good");
        for (var round = 0; round < 50; round++)
        {
            worker.Input(0).AsFloats()[0] = round;
            worker.Input(1).AsFloats()[0] = -round - 1;
            var first = worker.Submit(0);
            Assert.True((await worker.Submit(1)).Ok);
            Assert.True(first.IsCompleted, "the second run was answered before the first");
            Assert.True((await first).Ok);
            Assert.All(worker.Outputs(0).Floats(0).ToArray(), value => Assert.Equal(round, value));
            Assert.All(worker.Outputs(1).Floats(1).ToArray(), value => Assert.Equal(-round - 1, value));
            Assert.Equal((4, 6), (worker.Outputs(0).Floats(0).Length, worker.Outputs(1).Floats(1).Length));
        }
    }

    [Fact]
    public async Task A_slot_in_flight_cannot_be_submitted_again()
    {
        var worker = await WorkerRig.Open("stalls", WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(300) });
        var run = worker.Submit(0).AsTask();
        Assert.Throws<InvalidOperationException>(() => { _ = worker.Submit(0).AsTask(); });
        Assert.False((await run).Ok);
        worker.Dispose();
    }

    [Fact]
    public async Task A_second_answer_to_one_run_is_counted_and_passed_over()
    {
        using var worker = await WorkerRig.Open("answers-twice");
        Assert.Null(await WorkerRig.Run(worker, 0, 1));
        Assert.Null(await WorkerRig.Run(worker, 1, 2));
        Assert.Null(await WorkerRig.Run(worker, 0, 3));
        Assert.Equal(3, worker.Outputs(0).Floats(0)[0]);
        Assert.InRange(worker.LateAnswers, 2, 3);
        Assert.Null(worker.Failure);
    }

    [Fact]
    public async Task Nan_outputs_reach_the_reader_as_they_are()
    {
        using var worker = await WorkerRig.Open("nan");
        Assert.Null(await WorkerRig.Run(worker, 0, 1));
        Assert.All(worker.Outputs(0).Floats(1).ToArray(), value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public async Task A_flood_of_printed_words_neither_blocks_the_worker_nor_fails_the_run()
    {
        using var worker = await WorkerRig.Open("floods");
        Assert.Null(await WorkerRig.Run(worker, 0, 5));
        Assert.Equal(5, worker.Outputs(0).Floats(0)[0]);
    }

    [Fact]
    public async Task Dispose_waits_for_what_was_submitted_and_refuses_more()
    {
        var worker = await WorkerRig.Open("good");
        var first = worker.Submit(0).AsTask();
        var second = worker.Submit(1).AsTask();
        worker.Dispose();
        Assert.True((await first).Ok);
        Assert.True((await second).Ok);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => worker.Submit(0).AsTask());
        worker.Dispose();
    }

    [Fact]
    public async Task Dispose_while_a_run_hangs_ends_with_the_runs_deadline()
    {
        var worker = await WorkerRig.Open("stalls", WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(400) });
        var run = worker.Submit(0).AsTask();
        worker.Dispose();
        Assert.Equal(Core.Faults.FaultCode.AcceleratorTimedOut, (await run).Fault!.Code);
    }

    [Fact]
    public async Task A_continuation_may_dispose_the_worker_that_runs_it()
    {
        var worker = await WorkerRig.Open("good");
        await RunAndDispose(worker);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => worker.Submit(0).AsTask());
    }

    private static async Task RunAndDispose(WorkerAccelerator worker)
    {
        await worker.Submit(0).ConfigureAwait(false);
        worker.Dispose();
    }
}
