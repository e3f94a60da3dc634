using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

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
        using var rig = new Rig(detector, () => new FakeSource(500, FakeEnding.End, HandOver.EveryFrame));
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
        using var rig = new Rig(detector, () => new FakeSource(300, FakeEnding.End, HandOver.EveryFrame));
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
        using var rig = new Rig(detector, () => new FakeSource(100, FakeEnding.End, HandOver.EveryFrame));
        rig.RunToEnd();
        Assert.Equal(90, rig.Lane.Ledger.Read()[FrameFate.Inferred]);
        Assert.Equal(10, rig.Lane.Ledger.Read()[FrameFate.Failed]);
    }

    [Fact]
    public void The_whole_way_of_a_frame_allocates_nothing()
    {
        using var detector = new FakeDetector();
        using var rig = new Rig(detector, () => new FakeSource(20_000, FakeEnding.End, HandOver.EveryFrame), recordResults: false);
        rig.Start();
        Eventually.Holds(() => rig.Lane.Ledger.Read()[FrameFate.Inferred] > 2_000);
        var startFrames = rig.Lane.Ledger.Read()[FrameFate.Inferred];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        rig.Finish();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;

        // Other threads of the test run allocate too; a single object a frame would be 24 bytes or more.
        var perFrame = bytes / (double)(rig.Lane.Ledger.Read()[FrameFate.Inferred] - startFrames);
        Assert.True(perFrame < 8, $"{perFrame:0.0} bytes a frame");
    }

    private sealed class Rig : IDisposable
    {
        private readonly InferenceLoop _loop;
        private readonly CameraSupervisor _camera;

        public Rig(FakeDetector detector, Func<IFrameSource> connect, bool recordResults = true)
        {
            Lane = new CameraLane(
                new LanePlan("cam", double.PositiveInfinity, TimeSpan.FromSeconds(5)),
                new EverythingMoves(), new NoTracks(), new NoRules(), recordResults ? [Sink] : [], TimeProvider.System);
            var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), TimeProvider.System);
            _loop = new InferenceLoop("fake", pipeline, [(Lane, detector)], TimeProvider.System, NullLogger.Instance);
            _camera = new CameraSupervisor(Lane, connect, new Random(1), TimeProvider.System, NullLogger.Instance);
        }

        public RecordingSink Sink { get; } = new();

        public CameraLane Lane { get; }

        public void RunToEnd()
        {
            Start();
            Finish();
        }

        public void Start()
        {
            _loop.Start();
            _camera.Start();
        }

        public void Finish()
        {
            Eventually.Holds(() => _camera.Ended.IsCompleted);
            Eventually.Holds(() => Lane.Ledger.Read() is { InSlot: 0, InFlight: 0 });
            Assert.True(_loop.Stop(TimeSpan.FromSeconds(10)));
            Assert.True(_camera.Stop(TimeSpan.FromSeconds(10)));
        }

        public void Dispose()
        {
            _camera.Dispose();
        }
    }
}
