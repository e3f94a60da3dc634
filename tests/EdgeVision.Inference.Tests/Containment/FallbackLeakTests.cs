using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Tests.Containment.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>An accelerator that dies again and again leaves nothing behind.</summary>
public class FallbackLeakTests
{
    private const int Cycles = 200;

    [SkippableFact]
    public async Task Two_hundred_deaths_and_returns_leave_two_open_and_no_timer_behind()
    {
        var pause = TimeSpan.FromMilliseconds(1);
        using var rig = new FallbackRig(
            [new SimulatedDevice("npu"), new SimulatedDevice("cpu")], new ContainmentOptions { FirstPause = pause, LongestPause = pause });
        await rig.Until("npu");
        var timers = rig.Clock.Timers;
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            rig["npu"].Mood = (cycle % 3) switch { 0 => Mood.IsLost, 1 => Mood.Throws, _ => Mood.Hangs };
            Assert.True((await rig.Run(cycle & 1)).Ok);
            Assert.Equal("cpu", rig.Accelerator.AnsweredBy(cycle & 1));
            rig["npu"].Mood = Mood.Well;
            Eventually.HoldsSync(() =>
            {
                // It may have been opened again before it was well, and then hangs in its golden frame.
                rig["npu"].Release();
                rig.Clock.Advance(pause);
                return rig.Accelerator.Active == "npu";
            });
        }

        await rig.Until(() => rig.Open == 2 && rig.Clock.Timers == timers);

        // Further ones may be of openings that came before the device was well again.
        Assert.Equal(Cycles, rig.Watcher.Faults.Count(fault => fault.Origin!.Action == "ran the frame on cpu"));
        Assert.True(rig["npu"].Openings > Cycles);
        Assert.Empty(rig.Misuses);
    }
}
