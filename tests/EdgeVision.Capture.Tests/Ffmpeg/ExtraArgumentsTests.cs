using EdgeVision.Capture.Ffmpeg;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Ffmpeg;

public sealed class ExtraArgumentsTests
{
    [Theory]
    [InlineData("-vsync", "extra_args")]
    [InlineData("-i", "extra_args")]
    [InlineData("http://proxy:hunter2@192.0.2.1/", "password_file")]
    public void What_would_tear_frames_or_show_a_password_is_refused(string argument, string expected)
    {
        var options = Reading.Asap with { ExtraArgs = ["-probesize", "1M", argument] };
        Assert.Contains(expected, ExtraArguments.ProblemOf(options), StringComparison.Ordinal);
        var fault = Assert.Throws<FaultException>(() => Reading.Connect("video.mp4", options)).Fault;
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Others_reach_ffmpeg()
    {
        var reading = Reading.Of(Clips.TestPicture("plain.mp4", 25), Reading.Asap with { ExtraArgs = ["-threads", "1"] });
        Assert.Equal((25, ReadStatus.End), (reading.Frames, reading.End));
    }

    [SkippableFact]
    public void One_that_ffmpeg_does_not_know_is_named()
    {
        var reading = Reading.Of(Clips.TestPicture("plain.mp4", 25), Reading.Asap with { ExtraArgs = ["-no_such_option", "1"] });
        Assert.Equal((0, ReadStatus.Faulted), (reading.Frames, reading.End));
        Assert.Contains("no_such_option", reading.Fault!.What, StringComparison.Ordinal);
        Assert.Contains("extra_args", reading.Fault.Remedy, StringComparison.Ordinal);
    }
}
