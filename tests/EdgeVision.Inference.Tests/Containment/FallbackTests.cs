using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Tests.Containment.Fakes;
using static EdgeVision.Inference.Accelerators.Containment.AcceleratorState;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>What becomes of a frame, and of the accelerator it failed on.</summary>
public class FallbackTests
{
    [SkippableFact]
    public async Task The_cpu_serves_while_another_opens_and_the_change_costs_no_frame()
    {
        using var gate = new ManualResetEventSlim();
        using var rig = new FallbackRig([new SimulatedDevice("npu") { Gate = gate }, new SimulatedDevice("cpu")]);
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("cpu", rig.Accelerator.AnsweredBy(0));
        Assert.Equal(Starting, rig.StatusOf("npu").State);

        // Prepared in the memory of one, and submitted to the other.
        var token = rig.Prepare(1);
        gate.Set();
        await rig.Until("npu");
        Assert.True((await rig.Finish(1, token, rig.Accelerator.Submit(1).AsTask())).Ok);
        Assert.Equal("npu", rig.Accelerator.AnsweredBy(1));
        Assert.Equal([("", "cpu"), ("cpu", "npu")], rig.Watcher.Changes);
        Assert.Equal([Starting, Proving, Ready], rig.Watcher.StatesOf("npu"));
        Assert.Empty(rig.Watcher.Faults);
        Assert.Empty(rig.Misuses);
    }

    [SkippableTheory]
    [InlineData(nameof(Mood.Fails), FaultCode.InferenceFailed, FaultStage.Run)]
    [InlineData(nameof(Mood.GivesNan), FaultCode.OutputInvalid, FaultStage.Decode)]
    [InlineData(nameof(Mood.GivesInfinity), FaultCode.OutputInvalid, FaultStage.Decode)]
    [InlineData(nameof(Mood.GivesNonsense), FaultCode.OutputInvalid, FaultStage.Decode)]
    public async Task A_frame_that_fails_is_answered_by_the_next_and_the_third_fault_quarantines(string mood, FaultCode code, FaultStage stage)
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Enum.Parse<Mood>(mood);
        for (var fault = 1; fault <= 3; fault++)
        {
            Assert.True((await rig.Run()).Ok);
            Assert.Equal("cpu", rig.Accelerator.AnsweredBy(0));
            Assert.Equal(fault < 3 ? Suspect : Quarantined, rig.StatusOf("npu").State);
            Assert.Equal(fault, rig.StatusOf("npu").Faults);
        }

        Assert.Equal("cpu", rig.Accelerator.Active);
        Assert.Equal(3, rig.Watcher.Faults.Count);
        Assert.All(rig.Watcher.Faults, fault =>
        {
            Assert.Equal((code, "accelerator npu"), (fault.Code, fault.Subject));
            var origin = fault.Origin!;
            Assert.Equal(("npu", "NPU", TokenModel.Manifest.Sha256, stage), (origin.Accelerator, origin.Provider, origin.ModelSha256, origin.Stage));
            Assert.Equal("ran the frame on cpu", origin.Action);
            Assert.NotNull(origin.Cost);
        });

        rig["npu"].Mood = Mood.Well;
        await rig.Until("npu");
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("npu", rig.Accelerator.AnsweredBy(0));
        await rig.Until(() => rig.Open == 2);
        Assert.Equal(2, rig["npu"].Openings);
        Assert.Equal([("", "cpu"), ("cpu", "npu"), ("npu", "cpu"), ("cpu", "npu")], rig.Watcher.Changes);
    }

    [SkippableTheory]
    [InlineData(nameof(Mood.Hangs), FaultCode.AcceleratorTimedOut)]
    [InlineData(nameof(Mood.Throws), FaultCode.AcceleratorLost)]
    [InlineData(nameof(Mood.IsLost), FaultCode.AcceleratorLost)]
    public async Task One_that_hangs_or_goes_away_is_quarantined_at_once_closed_and_comes_back(string mood, FaultCode code)
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Enum.Parse<Mood>(mood);
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("cpu", rig.Accelerator.Active);
        var fault = Assert.Single(rig.Watcher.Faults);
        Assert.Equal((code, "ran the frame on cpu"), (fault.Code, fault.Origin!.Action));
        if (mood == nameof(Mood.Hangs))
        {
            // The limit of 5 s is what the frame lost.
            Assert.InRange(fault.Origin.Cost!.Value.TotalSeconds, 5, 7);
        }

        rig["npu"].Mood = Mood.Well;
        await rig.Until("npu");
        Assert.Equal(2, rig.Open);
        Assert.Equal([Starting, Proving, Ready, Quarantined, Starting, Proving, Ready], Steady(rig.Watcher.StatesOf("npu")));
        Assert.Empty(rig.Misuses);
    }

    [SkippableFact]
    public async Task A_run_behind_another_has_its_whole_time_from_its_turn_on()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Mood.Hangs;
        var first = rig.Prepare(0);
        var run = rig.Accelerator.Submit(0).AsTask();
        var second = rig.Prepare(1);
        var behind = rig.Accelerator.Submit(1).AsTask();
        rig.Clock.Advance(TimeSpan.FromSeconds(4));
        rig["npu"].Release(0);
        Assert.True((await rig.Finish(0, first, run)).Ok);

        // 8 s after it was submitted, 4 s after its turn came.
        rig.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(rig.Watcher.Faults);
        rig["npu"].Release(1);
        Assert.True((await rig.Finish(1, second, behind)).Ok);
        Assert.Equal("npu", rig.Accelerator.AnsweredBy(1));

        // And no more than that.
        _ = rig.Prepare(0);
        run = rig.Accelerator.Submit(0).AsTask();
        _ = rig.Prepare(1);
        behind = rig.Accelerator.Submit(1).AsTask();
        rig.Clock.Advance(TimeSpan.FromSeconds(4));
        rig["npu"].Release(0);
        Assert.True((await run).Ok);
        rig.Clock.Advance(TimeSpan.FromSeconds(5.5));
        Assert.True((await behind).Ok);
        Assert.Equal("cpu", rig.Accelerator.AnsweredBy(1));
        Assert.Equal(FaultCode.AcceleratorTimedOut, Assert.Single(rig.Watcher.Faults).Code);
    }

    [SkippableFact]
    public async Task A_late_answer_of_a_run_that_was_given_up_changes_nothing()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Mood.Hangs;
        var first = rig.Prepare(0);
        var second = rig.Prepare(1);
        var run = rig.Accelerator.Submit(0).AsTask();
        var other = rig.Accelerator.Submit(1).AsTask();
        Assert.True((await rig.Finish(0, first, run)).Ok);
        rig["npu"].Release();
        Assert.True((await rig.Finish(1, second, other)).Ok);
        Assert.True((await rig.Run(0)).Ok);
        Assert.True((await rig.Run(1)).Ok);
        Assert.Empty(rig.Misuses);
    }

    [SkippableFact]
    public async Task Input_given_out_by_one_that_dies_meanwhile_is_not_lost_and_it_stays_open_until_then()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        var token = rig.Prepare(1);
        rig["npu"].Mood = Mood.IsLost;
        Assert.True((await rig.Run(0)).Ok);
        Assert.Equal("cpu", rig.Accelerator.Active);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, rig.Open);
        Assert.True((await rig.Finish(1, token, rig.Accelerator.Submit(1).AsTask())).Ok);
        Assert.Equal("cpu", rig.Accelerator.AnsweredBy(1));
        await rig.Until(() => rig["npu"].Openings > 1);
    }

    [SkippableFact]
    public async Task The_next_in_the_list_is_tried_before_the_cpu()
    {
        using var rig = new FallbackRig("npu", "gpu", "cpu");
        await rig.Until("npu");
        await rig.Until(() => rig.StatusOf("gpu").State == Ready);
        rig["npu"].Mood = Mood.IsLost;
        rig["gpu"].Mood = Mood.GivesNan;
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("cpu", rig.Accelerator.AnsweredBy(0));
        Assert.Equal("gpu", rig.Accelerator.Active);
        Assert.Equal(["npu", "gpu"], rig.Watcher.Faults.Select(fault => fault.Origin!.Accelerator));
        rig["gpu"].Mood = Mood.Well;
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("gpu", rig.Accelerator.AnsweredBy(0));
    }

    [SkippableTheory]
    [InlineData(nameof(Mood.Unplugged), FaultCode.AcceleratorMissing, Absent, FaultStage.Find)]
    [InlineData(nameof(Mood.Refuses), FaultCode.AcceleratorUnusable, Quarantined, FaultStage.Load)]
    [InlineData(nameof(Mood.IsWrong), FaultCode.OutputInvalid, Quarantined, FaultStage.Decode)]
    [InlineData(nameof(Mood.Hangs), FaultCode.AcceleratorTimedOut, Quarantined, FaultStage.Run)]
    [InlineData(nameof(Mood.Fails), FaultCode.InferenceFailed, Quarantined, FaultStage.Run)]
    public async Task What_does_not_open_or_prove_itself_gets_no_frame_is_told_once_and_is_found_again(
        string mood, FaultCode code, AcceleratorState state, FaultStage stage)
    {
        var npu = new SimulatedDevice("npu") { Mood = Enum.Parse<Mood>(mood) };
        using var rig = new FallbackRig([npu, new SimulatedDevice("cpu")]);
        await rig.Until(() => rig.StatusOf("npu").Faults >= 3, stepMs: 500);
        Assert.True((await rig.Run()).Ok);
        Assert.Equal("cpu", rig.Accelerator.AnsweredBy(0));
        Assert.Contains(state, rig.Watcher.StatesOf("npu"));
        var fault = Assert.Single(rig.Watcher.Faults);
        Assert.Equal((code, stage, "cpu serves, it is tried again later"), (fault.Code, fault.Origin!.Stage, fault.Origin.Action));

        npu.Mood = Mood.Well;
        await rig.Until("npu");
        Assert.Equal(2, rig.Open);
        Assert.Null(rig.StatusOf("npu").Fault);
        Assert.True(rig.StatusOf("npu").Verdict!.Passed);
    }

    [SkippableFact]
    public async Task A_hot_plugged_one_is_found_at_once_when_told_to_look()
    {
        var npu = new SimulatedDevice("npu") { Mood = Mood.Unplugged };
        using var rig = new FallbackRig([npu, new SimulatedDevice("cpu")], new ContainmentOptions { FirstPause = TimeSpan.FromHours(1), LongestPause = TimeSpan.FromHours(1) });
        await EdgeVision.Testing.Eventually.Holds(() => rig.StatusOf("npu") is { State: Absent, Fault: not null });
        npu.Mood = Mood.Well;
        await EdgeVision.Testing.Eventually.Holds(() =>
        {
            rig.Accelerator.LookAgain();
            return rig.Accelerator.Active == "npu";
        });
    }

    [SkippableFact]
    public async Task An_opening_that_takes_too_long_is_given_up_and_closed_when_it_comes_after_all()
    {
        using var gate = new ManualResetEventSlim();
        var npu = new SimulatedDevice("npu") { Gate = gate, IgnoresCancellation = true };
        using var rig = new FallbackRig([npu, new SimulatedDevice("cpu")]);
        await rig.Until(() => rig.StatusOf("npu").State == Quarantined, stepMs: 500);
        Assert.Equal(FaultCode.AcceleratorTimedOut, rig.StatusOf("npu").Fault!.Code);

        // However long it is waited for, there is only ever one opening under way.
        rig.Clock.Advance(TimeSpan.FromHours(1));
        gate.Set();
        await rig.Until("npu");
        Assert.Equal(2, npu.Openings);
        Assert.Equal(2, rig.Open);
    }

    [SkippableFact]
    public async Task A_model_that_gives_nan_by_itself_is_not_held_against_the_accelerator()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = rig["cpu"].Mood = Mood.GivesNan;
        for (var frame = 0; frame < 10; frame++)
        {
            Assert.True((await rig.Run(check: false)).Ok);
            Assert.Equal("cpu", rig.Accelerator.AnsweredBy(0));
        }

        Assert.True((await rig.Run(check: false)).Ok);
        Assert.Equal("npu", rig.Accelerator.AnsweredBy(0));
        Assert.Equal(Ready, rig.StatusOf("npu").State);
        Assert.Empty(rig.Watcher.Faults);
    }

    [SkippableFact]
    public async Task When_the_last_fails_too_the_outcome_says_so_and_the_cpu_goes_on()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = rig["cpu"].Mood = Mood.Fails;
        for (var frame = 0; frame < 5; frame++)
        {
            var outcome = await rig.Run();
            Assert.Equal(("cpu", "the frame failed: no accelerator is left"), (outcome.Fault!.Origin!.Accelerator, outcome.Fault.Origin.Action));
        }

        Assert.Equal(Suspect, rig.StatusOf("cpu").State);
        rig["cpu"].Mood = Mood.Well;
        Assert.True((await rig.Run()).Ok);
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await rig.Run()).Ok);
        Assert.Equal(Ready, rig.StatusOf("cpu").State);
    }

    [SkippableFact]
    public async Task A_suspect_is_trusted_again_after_a_window_without_a_fault()
    {
        using var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Mood.Fails;
        Assert.True((await rig.Run()).Ok);
        rig["npu"].Mood = Mood.Well;
        Assert.True((await rig.Run()).Ok);
        Assert.Equal(Suspect, rig.StatusOf("npu").State);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await rig.Run()).Ok);
        Assert.Equal(Ready, rig.StatusOf("npu").State);
    }

    [SkippableFact]
    public async Task Stopping_answers_what_hangs_and_closes_everything()
    {
        var rig = new FallbackRig("npu", "cpu");
        await rig.Until("npu");
        rig["npu"].Mood = Mood.Hangs;
        rig.Prepare(0);
        var run = rig.Accelerator.Submit(0).AsTask();
        rig.Dispose();
        await run;
        Assert.Equal(0, rig.Open);
        Assert.Empty(rig.Misuses);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => rig.Accelerator.Submit(0).AsTask());
        rig.Dispose();
    }

    /// <summary>Without the steps through Suspect.</summary>
    private static AcceleratorState[] Steady(AcceleratorState[] states) => [.. states.Where(state => state != Suspect)];
}
