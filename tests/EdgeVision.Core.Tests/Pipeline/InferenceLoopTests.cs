using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
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
    public void A_frame_lies_with_the_accelerator_before_the_one_ahead_of_it_is_done_and_comes_out_after_it()
    {
        var submitted = 0;
        var first = new TaskCompletionSource<InferenceOutcome>();
        var well = new InferenceOutcome(TimeSpan.FromMilliseconds(1));
        using var detector = new FakeDetector(slots: 2, ownThread: false)
        {
            Submitted = _ =>
            {
                switch (++submitted)
                {
                    case 1:
                        return new ValueTask<InferenceOutcome>(first.Task);
                    case 2:
                        Task.Run(() => first.SetResult(well));
                        break;
                }

                return ValueTask.FromResult(well);
            },
        };
        using var rig = new LoopRig(detector, () => new FakeSource(10, FakeEnding.End, HandOver.EveryFrame));
        rig.RunToEnd();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), rig.Sink.Sequences);
    }

    [Fact]
    public void Two_models_do_not_run_at_a_time()
    {
        var (running, most) = (0, 0);
        var first = new TaskCompletionSource<InferenceOutcome>();
        var well = new InferenceOutcome(TimeSpan.FromMilliseconds(1));
        ValueTask<InferenceOutcome> Submit(bool waits)
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            if (waits)
            {
                return new ValueTask<InferenceOutcome>(first.Task);
            }

            Interlocked.Decrement(ref running);
            return ValueTask.FromResult(well);
        }

        void End()
        {
            Interlocked.Decrement(ref running);
            first.SetResult(well);
        }

        // The first one ends once the second one's frame is prepared and could be submitted.
        using var one = new FakeDetector(slots: 2, ownThread: false) { Submitted = _ => Submit(waits: true) };
        using var other = new FakeDetector(slots: 2, ownThread: false) { Submitted = _ => Submit(waits: false), OnPrepare = _ => Task.Run(End) };
        using var lanes = new WaitingLanes(one, other);
        Assert.All(lanes.RunToEnd(), books => Assert.Equal(1, books[FrameFate.Inferred]));
        Assert.Equal(1, most);
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

    [Fact]
    public void Frames_that_fail_in_preparation_leave_no_other_lanes_frame_waiting()
    {
        using var bad = new FakeDetector { OnPrepare = _ => throw new InvalidOperationException("a bug") };
        using var good = new FakeDetector();
        using var lanes = new WaitingLanes(bad, bad, bad, good);
        Assert.Equal(1, lanes.RunToEnd()[^1][FrameFate.Inferred]);
    }

    [Fact]
    public void A_completion_with_an_exception_fails_its_frame_only()
    {
        using var bad = new FakeDetector(slots: 2, ownThread: false) { Submitted = _ => ValueTask.FromException<InferenceOutcome>(new InvalidOperationException("a bug")) };
        using var good = new FakeDetector();
        using var lanes = new WaitingLanes(bad, good);
        var books = lanes.RunToEnd();
        Assert.Equal(1, books[0][FrameFate.Failed]);
        Assert.Equal(1, books[1][FrameFate.Inferred]);
    }

    [Fact]
    public void A_sink_that_throws_on_everything_ends_no_thread()
    {
        using var bad = new FakeDetector { OnPrepare = _ => throw new InvalidOperationException("a bug") };
        using var good = new FakeDetector();
        using var lanes = new WaitingLanes(bad, good) { Sinks = [new ThrowingSink()] };
        Assert.All(lanes.RunToEnd(), books => Assert.Equal(1, books[FrameFate.Failed]));
        Assert.Equal(0, lanes.FramesOut);
    }

    [Fact]
    public void A_tracker_that_throws_costs_no_frame_and_ends_no_thread()
    {
        using var detector = new FakeDetector { Answer = _ => new InferenceOutcome(default, new Fault(FaultCode.InferenceFailed, "fake", "no")) };
        using var lanes = new WaitingLanes(detector, detector) { Tracker = new ThrowingTracker() };
        Assert.All(lanes.RunToEnd(), books => Assert.Equal(1, books[FrameFate.Failed]));
        Assert.Equal(0, lanes.FramesOut);
    }

    private sealed class ThrowingTracker : ITracker
    {
        public void Update(DetectionSet detections, FrameStamp stamp) => throw new InvalidOperationException("a bug");

        public bool Elapse(FrameStamp stamp) => throw new InvalidOperationException("a bug");
    }
}
