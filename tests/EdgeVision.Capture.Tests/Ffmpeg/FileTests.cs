using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Ffmpeg;

public sealed class FileTests
{
    [SkippableFact]
    public void Every_frame_of_a_real_video_arrives()
    {
        var video = TestAssets.Need("videos", "one-by-one-person-detection.mp4");
        var reading = Reading.Of(video);
        Assert.Equal(ReadStatus.End, reading.End);
        Assert.Equal(Clips.CountFrames(video), reading.Frames);
        Assert.Equal(new FrameFormat(new PictureSize(768, 432), PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited), reading.Opened.Format);
        Assert.Equal(10, reading.Opened.FramesPerSecond);
        Assert.Equal(HandOver.EveryFrame, reading.Opened.HandOver);
        Assert.Equal(TimeSpan.FromSeconds((reading.Frames - 1) / 10.0), reading.LastTime);
    }

    [SkippableFact]
    public void At_its_own_pace_the_newest_frame_wins()
    {
        var reading = Reading.Of(Clips.TestPicture("paced.mp4", 10), new CaptureOptions());
        Assert.Equal((10, ReadStatus.End, HandOver.NewestWins), (reading.Frames, reading.End, reading.Opened.HandOver));
    }

    [SkippableFact]
    public void The_pixels_are_those_ffmpeg_decodes()
    {
        var clip = TestVideo();
        var reading = Reading.Of(clip);
        var raw = Clips.Make("raw.yuv", ["-i", clip, "-f", "rawvideo", "-pix_fmt", "yuv420p"]);
        var expected = File.ReadAllBytes(raw);
        var length = reading.Opened.Format.ByteCount;
        Assert.Equal(expected[..length], reading.First);
        Assert.Equal(expected[^length..], reading.Last);
    }

    [SkippableFact]
    public void A_loop_starts_again_at_the_end()
    {
        var reading = Reading.Of(TestVideo(), Reading.Asap with { Loop = true }, atMost: 61);
        Assert.Equal((61, ReadStatus.Frame), (reading.Frames, reading.End));
        Assert.Equal(TimeSpan.FromSeconds(60 / 25.0), reading.LastTime);
    }

    [SkippableTheory]
    [InlineData(10, 3)]
    [InlineData(12.5, 2)]
    [InlineData(25, 1)]
    [InlineData(100, 1)]
    public void A_cap_keeps_every_nth_frame(double cap, int nth)
    {
        var reading = Reading.Of(TestVideo(), Reading.Asap with { Fps = cap });
        Assert.Equal(((25 + nth - 1) / nth, ReadStatus.End), (reading.Frames, reading.End));
        Assert.Equal(25.0 / nth, reading.Opened.FramesPerSecond, 6);
    }

    [SkippableTheory]
    [InlineData(160, 120)]
    [InlineData(161, 121)]
    public void Scaling_gives_whole_frames_of_that_size(int width, int height)
    {
        var reading = Reading.Of(TestVideo(), Reading.Asap with { Scale = new PictureSize(width, height) });
        Assert.Equal((25, ReadStatus.End, new PictureSize(width, height)), (reading.Frames, reading.End, reading.Opened.Format.Size));
    }

    private static string TestVideo() => Clips.TestPicture("plain.mp4", 25);
}
