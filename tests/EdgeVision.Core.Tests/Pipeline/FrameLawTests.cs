using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;
using EdgeVision.Core.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Core.Tests.Pipeline;

/// <summary>Captured = sum of fates + in slot + in flight, per camera, whatever happens in whatever order.</summary>
public class FrameLawTests
{
    private static readonly string[] Steps = ["offer", "offer still", "offer scratch", "toggle", "pick", "accept", "fail", "wait", "drain"];

    [Fact]
    public void Every_frame_has_exactly_one_fate_under_any_sequence_of_steps()
    {
        var script = Gen.Elements(Steps).ListOf().Resize(200);
        var cases = from steps in script from maxFps in Gen.Elements(2.0, 5.0, double.PositiveInfinity) select (steps, maxFps);
        Prop.ForAll(cases.ToArbitrary(), c => Replay([.. c.steps], c.maxFps)).QuickCheckThrowOnFailure();
    }

    private static bool Replay(string[] steps, double maxFps)
    {
        var time = new ManualTime();
        var gate = new SwitchedGate();
        var lane = new CameraLane(new LanePlan("gate", maxFps, TimeSpan.FromSeconds(.5)), gate, new NoTracks(), new NoRules(), [], time);
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), time);
        var pool = new FramePool(5, FakeSource.SmallFormat);
        var ticket = new InferenceTicket(0);
        var busy = false;
        long offered = 0;
        foreach (var step in steps)
        {
            switch (step)
            {
                case "offer" or "offer still" when pool.TryRent(FrameHolder.Capture, out var frame):
                    frame.SetStamp(new FrameStamp(offered, time.GetTimestamp(), time.GetUtcNow() - DateTimeOffset.UnixEpoch, time.GetUtcNow()));
                    gate.Still = step == "offer still";
                    VisionPipeline.Offer(lane, frame, CancellationToken.None);
                    offered++;
                    break;
                case "offer scratch":
                    lane.Ledger.CapturedAs(FrameFate.Superseded);
                    offered++;
                    break;
                case "toggle":
                    lane.Enabled = !lane.Enabled;
                    break;
                case "pick" when !busy:
                    busy = pipeline.Pick(new LaneGroup([lane]), ticket);
                    break;
                case "accept" when busy:
                    VisionPipeline.Accept(ticket, new OperatingPoint("m", "0", default, "cpu", 1, false), new LabelSet([]), default);
                    busy = false;
                    break;
                case "fail" when busy:
                    VisionPipeline.Fail(ticket, new Fault(FaultCode.InferenceFailed, "cpu", "no"));
                    busy = false;
                    break;
                case "wait":
                    time.Advance(TimeSpan.FromMilliseconds(150));
                    break;
                case "drain":
                    lane.Drain();
                    break;
                default:
                    break;
            }

            var books = lane.Ledger.Read();
            var framesOut = books.InSlot + books.InFlight;
            if (!books.IsBalanced || books.Captured != offered || pool.Outstanding != framesOut || books.InSlot is < 0 or > 1 || books.InFlight != (busy ? 1 : 0))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class SwitchedGate : IMotionGate
    {
        private readonly EverythingMoves _open = new();

        public bool Still { get; set; }

        public Motion Observe(Frame frame) => Still ? default : _open.Observe(frame);
    }
}
