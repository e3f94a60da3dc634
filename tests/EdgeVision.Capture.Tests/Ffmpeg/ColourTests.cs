using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Tests.Ffmpeg;

/// <summary>The format says the truth about the numbers: white is 235 in limited range and 255 in full range.</summary>
public sealed class ColourTests
{
    [SkippableTheory]
    [InlineData("tv", "bt709", YuvRange.Limited, YuvMatrix.Bt709, 235)]
    [InlineData("tv", "smpte170m", YuvRange.Limited, YuvMatrix.Bt601, 235)]
    [InlineData("pc", "bt709", YuvRange.Full, YuvMatrix.Bt709, 255)]
    public void Tagged_video_keeps_its_numbers(string range, string space, YuvRange expectedRange, YuvMatrix matrix, int white)
    {
        var clip = Clips.Make($"white-{range}-{space}.mp4", [
            "-f", "lavfi", "-i", $"color=white:size=64x48,scale=out_range={range}:out_color_matrix={space},format=yuv420p", "-frames:v", "3",
            "-c:v", "libx264", "-color_range", range, "-colorspace", space]);
        Expect(clip, matrix, expectedRange, white);
    }

    [SkippableFact]
    public void A_jpeg_movie_stays_in_full_range() =>
        Expect(Clips.Make("white.avi", ["-f", "lavfi", "-i", "color=white:size=64x48", "-frames:v", "3", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p"]), YuvMatrix.Bt601, YuvRange.Full, 255);

    [SkippableFact]
    public void An_rgb_movie_is_converted_as_the_format_says()
    {
        var clip = Clips.Make("red.mkv", ["-f", "lavfi", "-i", "color=red:size=64x48", "-frames:v", "3", "-c:v", "libx264rgb", "-crf", "0"]);
        var reading = Reading.Of(clip);
        Assert.Equal((YuvMatrix.Bt601, YuvRange.Limited), (reading.Opened.Format.Matrix, reading.Opened.Format.Range));

        // Red of the 100 % colour bars of ITU-R BT.601.
        var luma = reading.Opened.Format.Size.Pixels;
        Assert.Equal((81, 90), (reading.First[0], reading.First[luma]));
        Assert.InRange(reading.First[luma + (luma / 4)], 239, 240);
    }

    [SkippableTheory]
    [InlineData("640x480", YuvMatrix.Bt601)]
    [InlineData("1280x720", YuvMatrix.Bt709)]
    public void Untagged_video_is_told_by_its_size(string size, YuvMatrix matrix) =>
        Assert.Equal(matrix, Reading.Of(Clips.TestPicture($"untagged-{size}.mkv", 2, size: size, output: ["-c:v", "mpeg4"])).Opened.Format.Matrix);

    [SkippableFact]
    public void A_turned_video_stands_upright()
    {
        var lying = Clips.TestPicture("lying.mp4", 3);
        var turned = Clips.Make("turned.mp4", ["-i", lying, "-c", "copy", "-metadata:s:v:0", "rotate=90"]);
        var reading = Reading.Of(turned);
        Assert.Equal((new PictureSize(240, 320), 3), (reading.Opened.Format.Size, reading.Frames));
    }

    private static void Expect(string clip, YuvMatrix matrix, YuvRange range, int white)
    {
        var reading = Reading.Of(clip);
        Assert.Equal((matrix, range), (reading.Opened.Format.Matrix, reading.Opened.Format.Range));
        Assert.InRange(reading.First[0], white - 1, white);
    }
}
