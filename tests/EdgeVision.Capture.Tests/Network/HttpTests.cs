using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Network;

public sealed class HttpTests : IDisposable
{
    private const string Password = "s3cr:t @'x";

    private static readonly CaptureOptions Camera = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _passwordFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(_passwordFile);

    [SkippableFact]
    public void Motion_jpeg_arrives_in_full_range()
    {
        using var camera = new HttpCamera();
        var reading = Reading.Of($"http://127.0.0.1:{camera.Port}/video", Camera, atMost: 10);
        Assert.Equal(10, reading.Frames);
        Assert.Equal(new FrameFormat(new PictureSize(320, 240), PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Full), reading.Opened.Format);
        Assert.Equal(HandOver.NewestWins, reading.Opened.HandOver);
    }

    [SkippableFact]
    public void A_password_opens_the_stream_and_shows_nowhere()
    {
        File.WriteAllText(_passwordFile, Password);
        using var camera = new HttpCamera($"yard:{Password}");
        using var watch = new PasswordWatch(Password);
        using var source = Reading.Connect($"http://yard@127.0.0.1:{camera.Port}/video", Camera, _passwordFile);
        Assert.Equal(10, Reading.Of(source, atMost: 10).Frames);
        Eventually.HoldsSync(() => watch.Seen.ContainsKey("ffmpeg") && watch.Seen.ContainsKey("ffprobe"));
        Assert.Empty(watch.Found);
    }

    [SkippableTheory]
    [InlineData("video", "401")]
    [InlineData("nothing", "401")]
    public void Without_the_password_it_is_refused(string path, string status)
    {
        using var camera = new HttpCamera($"yard:{Password}");
        var fault = Reading.FaultOf($"http://yard@127.0.0.1:{camera.Port}/{path}", Camera);
        Assert.Equal(FaultCode.SourceRefused, fault.Code);
        Assert.Contains(status, fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_unknown_path_is_refused()
    {
        using var camera = new HttpCamera();
        var fault = Reading.FaultOf($"http://127.0.0.1:{camera.Port}/nothing", Camera);
        Assert.Equal(FaultCode.SourceRefused, fault.Code);
        Assert.Contains("404", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_cap_lets_frames_go_by_the_clock()
    {
        using var camera = new HttpCamera(pictures: 75);
        var start = System.Diagnostics.Stopwatch.StartNew();
        var reading = Reading.Of($"http://127.0.0.1:{camera.Port}/video", Camera with { Fps = 5 });

        // The camera sends 25 a second at the most, and fewer on a busy machine.
        Assert.InRange(reading.Frames, 3, (start.Elapsed.TotalSeconds * 5 / 0.9) + 1);
        Assert.Equal(5, reading.Opened.FramesPerSecond);
    }

    [SkippableFact]
    public void A_camera_that_hangs_up_is_a_fault_not_an_end()
    {
        using var camera = new HttpCamera(pictures: 40);
        var reading = Reading.Of($"http://127.0.0.1:{camera.Port}/video", Camera);
        Assert.Equal((ReadStatus.Faulted, FaultCode.SourceEnded), (reading.End, reading.Fault!.Code));
    }

    [SkippableFact]
    public void A_missing_password_file_is_refused_by_name()
    {
        var fault = Assert.Throws<FaultException>(() => Reading.Connect("http://yard@127.0.0.1/video", Camera, "/no/such/file")).Fault;
        Assert.Equal(FaultCode.SourceRefused, fault.Code);
        Assert.Contains("/no/such/file", fault.What, StringComparison.Ordinal);
    }
}
