using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Tests.Fakes;

namespace EdgeVision.Core.Tests.Pipeline;

/// <summary>Loop, lanes and supervisors together, on real threads.</summary>
public class InferenceLoopTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public void A_source_that_hands_over_every_frame_has_every_frame_inferred_in_order(int slots, bool ownThread)
    {
        using var detector = new FakeDetector(slots, ownThread);
        using var rig = new LoopRig(detector, () => new FakeSource(500, FakeEnding.End, HandOver.EveryFrame));
        rig.RunToEnd();
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), rig.Sink.Sequences);
        var books = rig.Lane.Ledger.Read();
        Assert.Equal(500, books[FrameFate.Inferred]);
        Assert.True(books.IsBalanced);
    }

    [Fact]
    public void A_failing_accelerator_fails_frames_and_says_so_once_and_the_loop_goes_on()
    {
        var runs = 0;
        using var detector = new FakeDetector
        {
            Answer = _ => runs++ is >= 100 and < 200
                ? new InferenceOutcome(default, new Fault(FaultCode.InferenceFailed, "accelerator fake", "the device said no"))
                : new InferenceOutcome(TimeSpan.FromMilliseconds(1)),
        };
        using var rig = new LoopRig(detector, () => new FakeSource(300, FakeEnding.End, HandOver.EveryFrame));
        rig.RunToEnd();
        var books = rig.Lane.Ledger.Read();
        Assert.Equal(200, books[FrameFate.Inferred]);
        Assert.Equal(100, books[FrameFate.Failed]);
        Assert.Single(rig.Sink.Faults);
    }

    [Fact]
    public void A_bug_in_one_frames_way_costs_that_frame_only()
    {
        using var detector = new FakeDetector
        {
            OnPrepare = frame =>
            {
                if (frame.Stamp.Sequence % 10 == 3)
                {
                    throw new InvalidOperationException("a bug");
                }
            },
        };
        using var rig = new LoopRig(detector, () => new FakeSource(100, FakeEnding.End, HandOver.EveryFrame));
        rig.RunToEnd();
        Assert.Equal(90, rig.Lane.Ledger.Read()[FrameFate.Inferred]);
        Assert.Equal(10, rig.Lane.Ledger.Read()[FrameFate.Failed]);
    }
}
