using EdgeVision.Core.Frames;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Tests.Fakes;

namespace EdgeVision.Core.Tests.Pipeline;

/// <summary>Which fate a frame gets, case by case.</summary>
public class FateTests
{
    private readonly ManualTime _time = new();
    private readonly FramePool _pool = new(5, FakeSource.SmallFormat);
    private readonly VisionPipeline _pipeline;

    public FateTests() => _pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), _time);

    [Fact]
    public void The_newer_frame_supersedes_the_one_that_waits()
    {
        var lane = Lane(double.PositiveInfinity);
        Offer(lane, 0);
        Offer(lane, 1);
        Assert.Equal(1, lane.Ledger.Read()[FrameFate.Superseded]);
        var ticket = new InferenceTicket(0);
        Assert.True(_pipeline.Pick(new LaneGroup([lane]), ticket));
        Assert.Equal(1, ticket.Frame.Stamp.Sequence);
    }

    [Fact]
    public void A_frame_past_its_deadline_is_stale()
    {
        var lane = Lane(double.PositiveInfinity);
        Offer(lane, 0);
        _time.Advance(TimeSpan.FromMilliseconds(501));
        Assert.False(_pipeline.Pick(new LaneGroup([lane]), new InferenceTicket(0)));
        Assert.Equal(1, lane.Ledger.Read()[FrameFate.Stale]);
    }

    [Fact]
    public void A_ten_fps_camera_with_jitter_at_a_ceiling_of_four_gets_four_a_second()
    {
        var lane = Lane(4);
        var random = new Random(7);
        for (var i = 0; i < 600; i++)
        {
            Offer(lane, i, TimeSpan.FromMilliseconds((i * 100) + random.Next(-20, 20)));
            InferOne(lane);
        }

        Assert.InRange(lane.Ledger.Read()[FrameFate.Inferred], 235, 245);
        Assert.Equal(600, lane.Ledger.Read()[FrameFate.Inferred] + lane.Ledger.Read()[FrameFate.OverBudget]);
    }

    [Fact]
    public void A_ceiling_equal_to_the_cameras_own_rate_drops_nothing()
    {
        var lane = Lane(10);
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            Offer(lane, i, TimeSpan.FromMilliseconds((i * 100) + random.Next(-12, 12)));
            InferOne(lane);
        }

        Assert.Equal(300, lane.Ledger.Read()[FrameFate.Inferred]);
    }

    [Fact]
    public void A_frame_of_the_connection_before_does_not_hold_the_new_ones_up()
    {
        var lane = Lane(4);
        Offer(lane, 0, TimeSpan.FromHours(1));
        lane.NoteSourceOpened(HandOver.NewestWins);
        InferOne(lane);
        for (var i = 0; i < 11; i++)
        {
            Offer(lane, i + 1, TimeSpan.FromMilliseconds(i * 100));
            InferOne(lane);
        }

        Assert.Equal(1 + 5, lane.Ledger.Read()[FrameFate.Inferred]);
    }

    [Fact]
    public void A_disabled_cameras_frames_are_off()
    {
        var lane = Lane(double.PositiveInfinity);
        lane.Enabled = false;
        Offer(lane, 0);
        Assert.Equal(1, lane.Ledger.Read()[FrameFate.Off]);
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public void Busy_lanes_share_by_weight_and_none_starves()
    {
        CameraLane[] lanes = [Lane(double.PositiveInfinity), Lane(double.PositiveInfinity, 3), Lane(double.PositiveInfinity)];
        var pools = lanes.Select(_ => new FramePool(3, FakeSource.SmallFormat)).ToArray();
        for (var round = 0; round < 500; round++)
        {
            for (var i = 0; i < lanes.Length; i++)
            {
                Offer(lanes[i], round, pool: pools[i]);
            }

            _time.Advance(TimeSpan.FromMilliseconds(10));
            InferOne(lanes);
        }

        var served = lanes.Select(lane => lane.Ledger.Read()[FrameFate.Inferred]).ToArray();
        Assert.InRange(served[1] / (double)served[0], 2.4, 3.6);
        Assert.InRange(served[0] - served[2], -2, 2);
    }

    private void InferOne(params CameraLane[] lanes)
    {
        var ticket = new InferenceTicket(0);
        if (_pipeline.Pick(new LaneGroup(lanes), ticket))
        {
            VisionPipeline.Accept(ticket, new FakeDetector(1, ownThread: false).Point, new Detections.LabelSet([]), default);
        }
    }

    private CameraLane Lane(double maxFps, double weight = 1) => new(
        new LanePlan("cam", maxFps, TimeSpan.FromMilliseconds(500), weight), new EverythingMoves(), new NoTracks(), new NoRules(), [], _time);

    private void Offer(CameraLane lane, long sequence, TimeSpan? media = null, FramePool? pool = null)
    {
        Assert.True((pool ?? _pool).TryRent(FrameHolder.Capture, out var frame));
        frame.SetStamp(new FrameStamp(sequence, _time.GetTimestamp(), media ?? TimeSpan.FromSeconds(sequence), _time.GetUtcNow()));
        VisionPipeline.Offer(lane, frame, CancellationToken.None);
    }
}
