using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Native.Linux;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Supervision;

/// <summary>The supervisor over real ffmpegs.</summary>
public sealed class RestartTests
{
    [SkippableFact]
    public void A_stopped_ffmpeg_is_cut_off_and_replaced_while_the_other_camera_goes_on()
    {
        var clip = Clips.TestPicture("stops.mp4", 100);
        var other = Clips.TestPicture("goes-on.mp4", 100);
        using var camera = new RunningCamera(clip);
        using var neighbour = new RunningCamera(other);
        camera.WaitForFrames(5);
        neighbour.WaitForFrames(5);
        var ffmpeg = Assert.Single(Children.With(clip));
        Assert.True(ProcessGroup.Signal(ffmpeg, GroupSignal.Stop));

        Eventually.HoldsSync(() => camera.Sink.Cameras.Any(status => status is { State: CameraState.Stalled, Fault.Code: FaultCode.SourceStalled }));
        camera.WaitForFrames(5);
        neighbour.WaitForFrames(5);
        Assert.DoesNotContain(ffmpeg, Children.With(clip));
        Assert.Equal((1, 0), (camera.Supervisor.Status.Restarts, neighbour.Supervisor.Status.Restarts));
    }

    [SkippableFact]
    public void A_killed_ffmpeg_is_replaced_and_the_fault_says_so()
    {
        var clip = Clips.TestPicture("killed.mp4", 100);
        using var camera = new RunningCamera(clip);
        camera.WaitForFrames(5);
        Assert.True(ProcessGroup.Signal(Assert.Single(Children.With(clip)), GroupSignal.Kill));
        Eventually.HoldsSync(() => camera.Sink.Faults.Any(fault => fault.Code == FaultCode.SourceCrashed));
        camera.WaitForFrames(5);
        Assert.Equal(1, camera.Supervisor.Status.Restarts);
    }

    [SkippableFact]
    public void A_camera_that_comes_back_is_connected_again()
    {
        var server = RtspServer.Start();
        using var camera = new RunningCamera($"rtsp://127.0.0.1:{server.Port}/stream", new CaptureOptions { Timeout = TimeSpan.FromSeconds(5) });
        camera.WaitForFrames(5);
        server.Dispose();
        Eventually.HoldsSync(() => camera.Sink.Faults.Any(fault => fault.Code == FaultCode.SourceUnreachable));
        using var again = RtspServer.Start(port: server.Port);
        camera.WaitForFrames(5);
    }

    [SkippableFact]
    public void Stopping_leaves_no_ffmpeg()
    {
        var clip = Clips.TestPicture("stopped.mp4", 100);
        using (var camera = new RunningCamera(clip))
        {
            camera.WaitForFrames(1);
        }

        Assert.Empty(Children.With(clip));
    }
}
