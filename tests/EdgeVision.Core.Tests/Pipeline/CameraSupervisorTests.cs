using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;
using EdgeVision.Core.Tests.Fakes;
using EdgeVision.Testing;
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
        Eventually.HoldsSync(() => _camera!.Lane.Ledger.Read().Captured == 3);

        // The third frame is booked just before the wait for the fourth begins, so the clock is pushed until it shows.
        PushUntilEnded();
        Assert.Contains(_sink.Cameras, status => status is { State: CameraState.Stalled, Fault.Code: FaultCode.SourceStalled });
        Assert.Contains(_sink.Cameras, status => status is { State: CameraState.Backoff, Fault.Code: FaultCode.SourceStalled });
        Assert.Equal(2, connections);
        Assert.Equal(6, _camera!.Lane.Ledger.Read().Captured);
    }

    [Fact]
    public void A_source_that_stays_within_its_limit_is_left_alone()
    {
        var source = new FakeSource(3, FakeEnding.Hang);
        Start(() => source);
        Eventually.HoldsSync(() => source.Hangs);
        _time.Advance(TimeSpan.FromMilliseconds(1900));
        Assert.Equal(CameraState.Online, _camera!.Status.State);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Eventually.HoldsSync(() => _camera!.Status.State == CameraState.Backoff);
    }

    [Fact]
    public void A_refused_source_is_tried_again_with_growing_pauses_and_says_why()
    {
        var connections = 0;
        Start(() => new FakeSource(1, ++connections < 6 ? FakeEnding.Refuse : FakeEnding.End));
        PushUntilEnded();
        var pauses = Pauses();
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
        PushUntilEnded();
        Assert.Equal(6, _sink.Cameras.Count(status => status.State == CameraState.Backoff));
        var codes = _sink.Faults.Select(fault => fault.Code).ToArray();
        Assert.Equal(3, codes.Length);
        Assert.Equal((FaultCode.SourceRefused, FaultCode.SourceRefused), (codes[0], codes[2]));
    }

    [Fact]
    public void Stopping_cuts_a_hanging_source_off()
    {
        Start(() => new FakeSource(1, FakeEnding.Hang));
        Eventually.HoldsSync(() => _camera!.Status.State == CameraState.Online);
        Assert.True(_camera!.Stop(TimeSpan.FromSeconds(10)));
        Assert.Equal(CameraState.Stopped, _camera.Status.State);
    }

    [Fact]
    public void Stopping_ends_a_backoff_at_once()
    {
        Start(() => new FakeSource(0, FakeEnding.Refuse));
        Eventually.HoldsSync(() => _camera!.Status.State == CameraState.Backoff);
        Assert.True(_camera!.Stop(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Frame_numbers_go_on_over_reconnects()
    {
        var connections = 0;
        Start(() => new FakeSource(5, ++connections == 1 ? FakeEnding.Fault : FakeEnding.End));
        PushUntilEnded();
        Assert.True(_camera!.Lane.Slot.TryPeek(out var stamp));
        Assert.Equal(9, stamp.Sequence);
        Assert.Equal(1, _camera.Status.Restarts);
    }

    [Fact]
    public void Reads_that_throw_cost_no_frames_of_the_pool()
    {
        var connections = 0;
        Start(() => ++connections <= 6
            ? new ScriptedSource(_ => throw new InvalidOperationException("a bug"))
            : new FakeSource(1, FakeEnding.End));
        PushUntilEnded();
        var books = _camera!.Lane.Ledger.Read();
        Assert.Equal((1, 1, 0), (books.Captured, books.InSlot, books[FrameFate.Superseded]));
    }

    [Fact]
    public void A_gate_that_throws_fails_its_frame_and_gives_it_back()
    {
        var connections = 0;
        var gate = new FailingGate(6);
        Start(() => new FakeSource(1, ++connections <= 6 ? FakeEnding.Fault : FakeEnding.End), gate);
        PushUntilEnded();
        var books = _camera!.Lane.Ledger.Read();
        Assert.Equal((7, 1, 6), (books.Captured, books.InSlot, books[FrameFate.Failed]));
        Assert.True(books.IsBalanced);
    }

    [Fact]
    public void An_attempt_that_takes_long_to_fail_is_no_reason_for_a_short_pause()
    {
        var connections = 0;
        Start(() => ++connections < 6
            ? new ScriptedSource(_ => ReadStatus.Faulted) { OnOpen = () => _time.Advance(TimeSpan.FromSeconds(15)) }
            : new FakeSource(1, FakeEnding.End));
        PushUntilEnded();
        Assert.InRange(Pauses()[4], 4, 8);
    }

    [Fact]
    public void A_source_that_was_well_for_long_is_tried_again_soon()
    {
        var connections = 0;
        Start(() => ++connections switch
        {
            < 5 => new FakeSource(0, FakeEnding.Refuse),
            5 => new ScriptedSource(read =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return read < 12 ? ReadStatus.Frame : ReadStatus.Faulted;
            }),
            _ => new FakeSource(1, FakeEnding.End),
        });
        PushUntilEnded();
        Assert.InRange(Pauses()[3], 2, 4);
        Assert.InRange(Pauses()[4], .25, .5);
    }

    [Fact]
    public void A_watchdog_that_comes_late_leaves_a_finished_source_finished()
    {
        using var end = new ManualResetEventSlim(false);
        using var reading = new ManualResetEventSlim(false);
        Start(() => new ScriptedSource(read =>
        {
            if (read > 0)
            {
                reading.Set();
                end.Wait();
            }

            return read == 0 ? ReadStatus.Frame : ReadStatus.End;
        }));
        reading.Wait();

        // The watchdog has seen that the source is waited for, and asks how long, when the source ends.
        var test = Environment.CurrentManagedThreadId;
        var ticks = 0;
        _time.OnAsked = () =>
        {
            if (Environment.CurrentManagedThreadId == test && ++ticks == 2)
            {
                end.Set();
                Eventually.HoldsSync(() => _camera!.Ended.IsCompleted);
            }
        };
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(_camera!.Ended.IsCompleted);
        Assert.Equal(CameraState.Stopped, _camera.Status.State);
        Assert.DoesNotContain(_sink.Cameras, status => status.State == CameraState.Stalled);
    }

    [Fact]
    public void A_cancellation_of_the_sources_own_is_not_the_cameras_end()
    {
        var connections = 0;
        Start(() => ++connections == 1
            ? new ScriptedSource(_ => throw new OperationCanceledException("a time limit of its own"))
            : new FakeSource(1, FakeEnding.End));
        PushUntilEnded();
        Assert.Equal(2, connections);
    }

    [Fact]
    public void A_sink_that_throws_stops_neither_the_camera_nor_the_other_sinks()
    {
        Start(() => new FakeSource(3, FakeEnding.End), sinks: [new ThrowingSink(), _sink]);
        PushUntilEnded();
        Assert.Equal(3, _camera!.Lane.Ledger.Read().Captured);
        Assert.Contains(_sink.Cameras, status => status.State == CameraState.Stopped);
    }

    private double[] Pauses() =>
        [.. _sink.Cameras.Where(status => status.State == CameraState.Backoff).Select(status => status.RetryIn!.Value.TotalSeconds)];

    private void PushUntilEnded() => Eventually.HoldsSync(() =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(100));
        return _camera!.Ended.IsCompleted;
    });

    private void Start(Func<IFrameSource> connect, IMotionGate? gate = null, IResultSink[]? sinks = null)
    {
        var lane = new CameraLane(
            new LanePlan("cam", double.PositiveInfinity, TimeSpan.FromSeconds(5)),
            gate ?? new EverythingMoves(), new NoTracks(), new NoRules(), sinks ?? [_sink], _time);
        _camera = new CameraSupervisor(lane, connect, new Random(1), _time, NullLogger.Instance);
        _camera.Start();
    }

    private sealed class FailingGate(int times) : IMotionGate
    {
        private readonly EverythingMoves _open = new();
        private int _looks;

        public Motion Observe(Frame frame) => _looks++ < times ? throw new InvalidOperationException("a bug") : _open.Observe(frame);
    }
}
