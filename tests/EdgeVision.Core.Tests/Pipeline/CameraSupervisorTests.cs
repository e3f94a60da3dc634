using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Core.Tests.Pipeline;

public sealed class CameraSupervisorTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RecordingSink _sink = new();
    private CameraSupervisor? _camera;

    public void Dispose()
    {
        _camera?.Stop(TimeSpan.FromSeconds(10));
        _camera?.Dispose();
    }

    [Fact]
    public void A_silent_source_is_cut_off_after_two_seconds_and_connected_anew()
    {
        var connections = 0;
        Start(() => new FakeSource(3, ++connections == 1 ? FakeEnding.Hang : FakeEnding.End));
        Eventually.Holds(() => _camera!.Lane.Ledger.Read().Captured == 3);

        // The third frame is booked just before the wait for the fourth begins, so the clock is pushed until it shows.
        Eventually.Holds(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            return _camera!.Ended.IsCompleted;
        });

        Assert.Contains(_sink.Cameras, status => status is { State: CameraState.Stalled, Fault.Code: FaultCode.SourceStalled });
        Assert.Contains(_sink.Cameras, status => status is { State: CameraState.Backoff, Fault.Code: FaultCode.SourceStalled });
        Assert.Equal(2, connections);
        Assert.Equal(6, _camera!.Lane.Ledger.Read().Captured);
    }

    [Fact]
    public void A_source_that_stays_within_its_limit_is_left_alone()
    {
        Start(() => new FakeSource(3, FakeEnding.Hang));
        Eventually.Holds(() => _camera!.Lane.Ledger.Read().Captured == 3);
        _time.Advance(TimeSpan.FromMilliseconds(1900));
        Assert.Equal(CameraState.Online, _camera!.Status.State);
    }

    [Fact]
    public void A_refused_source_is_tried_again_with_growing_pauses_and_says_why()
    {
        var connections = 0;
        Start(() => new FakeSource(1, ++connections < 6 ? FakeEnding.Refuse : FakeEnding.End));
        Eventually.Holds(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _camera!.Ended.IsCompleted;
        });
        var pauses = _sink.Cameras.Where(status => status.State == CameraState.Backoff).Select(status => status.RetryIn!.Value.TotalSeconds).ToArray();
        Assert.Equal(5, pauses.Length);
        Assert.InRange(pauses[0], .25, .5);
        Assert.InRange(pauses[4], 4, 8);
        Assert.All(_sink.Faults, fault => Assert.Equal(FaultCode.SourceRefused, fault.Code));
    }

    [Fact]
    public void A_camera_that_stays_away_is_one_fault_and_its_return_makes_the_next_one_news()
    {
        FakeEnding[] endings = [FakeEnding.Refuse, FakeEnding.Refuse, FakeEnding.Refuse, FakeEnding.Fault, FakeEnding.Refuse, FakeEnding.Refuse, FakeEnding.End];
        var connections = 0;
        Start(() => new FakeSource(1, endings[connections++]));
        Eventually.Holds(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _camera!.Ended.IsCompleted;
        });
        Assert.Equal(6, _sink.Cameras.Count(status => status.State == CameraState.Backoff));
        var codes = _sink.Faults.Select(fault => fault.Code).ToArray();
        Assert.Equal(3, codes.Length);
        Assert.Equal((FaultCode.SourceRefused, FaultCode.SourceRefused), (codes[0], codes[2]));
    }

    [Fact]
    public void Stopping_cuts_a_hanging_source_off()
    {
        Start(() => new FakeSource(1, FakeEnding.Hang));
        Eventually.Holds(() => _camera!.Status.State == CameraState.Online);
        Assert.True(_camera!.Stop(TimeSpan.FromSeconds(10)));
        Assert.Equal(CameraState.Stopped, _camera.Status.State);
    }

    [Fact]
    public void Stopping_ends_a_backoff_at_once()
    {
        Start(() => new FakeSource(0, FakeEnding.Refuse));
        Eventually.Holds(() => _camera!.Status.State == CameraState.Backoff);
        Assert.True(_camera!.Stop(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Frame_numbers_go_on_over_reconnects()
    {
        var connections = 0;
        Start(() => new FakeSource(5, ++connections == 1 ? FakeEnding.Fault : FakeEnding.End));
        Eventually.Holds(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _camera!.Ended.IsCompleted;
        });
        Assert.True(_camera!.Lane.Slot.TryPeek(out var stamp));
        Assert.Equal(9, stamp.Sequence);
        Assert.Equal(1, _camera.Status.Restarts);
    }

    private void Start(Func<IFrameSource> connect)
    {
        var lane = new CameraLane(
            new LanePlan("cam", double.PositiveInfinity, TimeSpan.FromSeconds(5)),
            new EverythingMoves(), new NoTracks(), new NoRules(), [_sink], _time);
        _camera = new CameraSupervisor(lane, connect, new Random(1), _time, NullLogger.Instance);
        _camera.Start();
    }
}
