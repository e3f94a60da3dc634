using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public void Frames_come_whole_and_in_order()
    {
        using var source = FakeCamera.Connect("end", 200, CapturePace.Asap);
        var opened = source.Open(CancellationToken.None);
        Assert.Equal(new FrameFormat(FakeCamera.Size, PixelLayout.Rgb24), opened.Format);
        var pixels = new byte[opened.Format.ByteCount];
        for (var number = 0; number < 200; number++)
        {
            Assert.Equal(ReadStatus.Frame, source.Read(pixels, out var time));
            Assert.True(pixels.AsSpan().IndexOfAnyExcept((byte)number) < 0, $"frame {number} is torn");
            Assert.Equal(number / 10.0, time.TotalSeconds, 6);
        }

        Assert.Equal(ReadStatus.End, source.Read(pixels, out _));
    }

    [Fact]
    public void A_camera_that_ends_is_a_fault()
    {
        var fault = FaultAfter("end", 3);
        Assert.Equal(FaultCode.SourceEnded, fault.Code);
    }

    [Fact]
    public void A_crash_tells_exit_code_and_last_words_without_the_password()
    {
        var fault = FaultAfter("crash", 3);
        Assert.Equal((FaultCode.SourceCrashed, "camera fake"), (fault.Code, fault.Subject));
        Assert.Contains("exit code 3", fault.What, StringComparison.Ordinal);
        Assert.Equal("the sensor is on fire at rtsp://admin:***@camera/live", fault.Tail);
    }

    [Fact]
    public void Half_a_frame_is_never_delivered()
    {
        var fault = FaultAfter("half", 3);
        Assert.Equal(FaultCode.SourceUnreadable, fault.Code);
        Assert.Contains("within a frame", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_messages_does_not_hold_the_frames_up()
    {
        using var source = FakeCamera.Connect("flood", 30, CapturePace.Asap);
        var reading = Reading.Of(source);
        Assert.Equal((30, ReadStatus.End), (reading.Frames, reading.End));
    }

    [Fact]
    public void A_line_without_end_does_not_hold_the_frames_up()
    {
        using var source = FakeCamera.Connect("endless-line", 30);
        Assert.Equal(30, Reading.Of(source, atMost: 30).Frames);
    }

    [Fact]
    public void Abort_ends_a_read_of_a_stalled_camera()
    {
        using var source = FakeCamera.Connect("stall", 2);
        Assert.Equal(ReadStatus.Faulted, Reading.UntilAborted(source, framesBefore: 2));
    }

    [Fact]
    public void An_aborted_source_does_not_open()
    {
        using var source = FakeCamera.Connect("stall", 2);
        source.Abort();
        Assert.Throws<OperationCanceledException>(() => source.Open(CancellationToken.None));
    }

    [Fact]
    public void An_incomplete_command_says_what_is_missing()
    {
        var spec = new CommandSpec(new CommandOptions { Command = ["rpicam-vid"] });
        var connector = new SourceConnector("yard", spec, new CaptureOptions(), null, TimeProvider.System);
        var fault = Assert.Throws<FaultException>(connector.Connect).Fault;
        Assert.Contains("size", fault.Remedy, StringComparison.Ordinal);
    }

    private static Fault FaultAfter(string behaviour, int frames)
    {
        using var source = FakeCamera.Connect(behaviour, frames);
        var reading = Reading.Of(source);
        Assert.Equal((frames, ReadStatus.Faulted), (reading.Frames, reading.End));
        return reading.Fault!;
    }
}
