using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;
using EdgeVision.Core.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Core.Tests.Pipeline;

/// <summary>Alone, because the whole process's allocations are counted.</summary>
[Collection(nameof(Alone))]
public class AllocationTests
{
    [Fact]
    public void The_whole_way_of_a_frame_allocates_nothing()
    {
        using var detector = new FakeDetector();
        using var rig = new LoopRig(detector, () => new FakeSource(20_000, FakeEnding.End, HandOver.EveryFrame), new CountingSink());
        rig.Start();
        Eventually.HoldsSync(() => rig.Lane.Ledger.Read()[FrameFate.Inferred] > 2_000);
        var startFrames = rig.Lane.Ledger.Read()[FrameFate.Inferred];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        rig.Finish();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;

        // A single object a frame would be 24 bytes or more; starting and ending take a little.
        var perFrame = bytes / (double)(rig.Lane.Ledger.Read()[FrameFate.Inferred] - startFrames);
        Assert.True(perFrame < 8, $"{perFrame:0.0} bytes a frame");
    }

    private sealed class CountingSink : IResultSink
    {
        public long Results { get; private set; }

        public void OnResult(LaneResult result) => Results++;

        public void OnEvent(SceneEvent sceneEvent)
        {
        }

        public void OnCamera(CameraStatus status)
        {
        }

        public void OnFault(Fault fault)
        {
        }
    }
}
