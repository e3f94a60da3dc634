using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Ffmpeg;

public sealed class AllocationTests
{
    [SkippableFact]
    public void Reading_a_frame_of_a_file_allocates_nothing() => Measure(Reading.Connect(Clips.TestPicture("long.mp4", 400)));

    [SkippableFact]
    public void Reading_a_frame_of_a_camera_allocates_nothing()
    {
        using var camera = new HttpCamera();
        Measure(Reading.Connect($"http://127.0.0.1:{camera.Port}/video"), frames: 50);
    }

    [Fact]
    public void Reading_a_frame_of_a_command_allocates_nothing() => Measure(FakeCamera.Connect("stall", 400));

    private static void Measure(IFrameSource source, int frames = 300)
    {
        using var _ = source;
        var opened = source.Open(CancellationToken.None);
        var pixels = new byte[opened.Format.ByteCount];
        Read(source, pixels, 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Read(source, pixels, frames);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((frames, 0), (read, allocated));
    }

    private static int Read(IFrameSource source, byte[] pixels, int frames)
    {
        var read = 0;
        while (read < frames && source.Read(pixels, out _) == ReadStatus.Frame)
        {
            read++;
        }

        return read;
    }
}
