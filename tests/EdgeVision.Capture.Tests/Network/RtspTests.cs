using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Network;

/// <summary>Against GStreamer's RTSP server.</summary>
public sealed class RtspTests
{
    private static readonly CaptureOptions Camera = new() { Timeout = TimeSpan.FromSeconds(5) };

    [SkippableTheory]
    [InlineData(StreamTransport.Tcp)]
    [InlineData(StreamTransport.Udp)]
    public void Pictures_arrive(StreamTransport transport)
    {
        using var server = RtspServer.Start();
        using var source = Reading.Connect($"rtsp://127.0.0.1:{server.Port}/stream", Camera with { Transport = transport });
        var reading = Reading.Of(source, atMost: 10);
        Assert.Equal((10, ReadStatus.Frame), (reading.Frames, reading.End));
        Assert.Equal(new PictureSize(320, 240), reading.Opened.Format.Size);
        Assert.Equal((15.0, HandOver.NewestWins), (reading.Opened.FramesPerSecond, reading.Opened.HandOver));
        Assert.True(ShowsABall(reading), "the picture is a bright ball on black");
    }

    [SkippableFact]
    public void An_unknown_path_is_refused()
    {
        using var server = RtspServer.Start();
        var fault = Reading.FaultOf($"rtsp://127.0.0.1:{server.Port}/nothing", Camera);
        Assert.Equal(FaultCode.SourceRefused, fault.Code);
        Assert.Contains("404", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_server_that_dies_is_a_fault()
    {
        var server = RtspServer.Start();
        using var source = Reading.Connect($"rtsp://127.0.0.1:{server.Port}/stream", Camera);
        var opened = source.Open(CancellationToken.None);
        var pixels = new byte[opened.Format.ByteCount];
        Assert.Equal(ReadStatus.Frame, source.Read(pixels, out _));
        server.Dispose();
        while (source.Read(pixels, out _) == ReadStatus.Frame)
        {
        }

        Assert.Contains(source.Fault!.Code, new[] { FaultCode.SourceEnded, FaultCode.SourceUnreachable });
    }

    private static bool ShowsABall(Reading reading)
    {
        var luma = reading.Last.AsSpan(0, reading.Opened.Format.Size.Pixels);
        var bright = 0;
        foreach (var value in luma)
        {
            bright += value > 200 ? 1 : 0;
        }

        return bright > 100 && bright < luma.Length / 4;
    }
}
