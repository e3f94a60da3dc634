using EdgeVision.Capture.Folders;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Folders;

public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgevision-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void Pictures_come_by_name_each_in_the_first_ones_size()
    {
        Picture("b.png", "white", "100x40");
        Picture("a.jpg", "black", "64x48");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "no picture");
        var reading = Reading.Of(_folder);
        Assert.Equal((2, ReadStatus.End, HandOver.EveryFrame), (reading.Frames, reading.End, reading.Opened.HandOver));
        Assert.Equal(new FrameFormat(new PictureSize(64, 48), PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Full), reading.Opened.Format);
        Assert.Equal(0, reading.First[0]);
        Assert.InRange(reading.Last[(24 * 64) + 32], 254, 255);
        Assert.InRange(reading.Last[0], 112, 116);
    }

    [SkippableFact]
    public void Native_pace_shows_so_many_a_second_and_loops()
    {
        Picture("a.png", "black", "32x32");
        var reading = Reading.Of(_folder, new CaptureOptions { Fps = 20, Loop = true }, atMost: 5);
        Assert.Equal((5, HandOver.NewestWins, 20.0), (reading.Frames, reading.Opened.HandOver, reading.Opened.FramesPerSecond));
        Assert.Equal(TimeSpan.FromSeconds(.2), reading.LastTime);
    }

    [SkippableFact]
    public void Abort_ends_the_wait_for_the_next_picture()
    {
        Picture("a.png", "black", "32x32");
        using var source = Reading.Connect(_folder, new CaptureOptions { Fps = .001, Loop = true });
        Assert.Equal(ReadStatus.Faulted, Reading.UntilAborted(source, framesBefore: 1));
    }

    [Fact]
    public void An_empty_folder_is_unreadable() => Assert.Equal(FaultCode.SourceUnreadable, Reading.FaultOf(_folder).Code);

    [SkippableFact]
    public void A_still_has_the_pixels_it_was_made_of()
    {
        Tools.Need("ffmpeg");
        var path = Path.Combine(_folder, "three.ppm");
        byte[] rgb = [255, 0, 0, 0, 255, 0, 10, 10, 10, 9, 32, 13];
        File.WriteAllBytes(path, [.. "P6\n2 2\n255\n"u8, .. rgb]);
        var png = Path.Combine(_folder, "three.png");
        Clips.Run("ffmpeg", ["-v", "error", "-i", path, png]);
        var picture = StillPicture.Read(png);
        Assert.Equal(new PictureSize(2, 2), picture.Size);
        Assert.Equal(rgb, picture.Rgb);
    }

    [SkippableFact]
    public void A_still_that_is_none_is_unreadable_by_name()
    {
        Tools.Need("ffmpeg");
        var path = Path.Combine(_folder, "broken.jpg");
        File.WriteAllText(path, "no picture");
        var fault = Assert.Throws<FaultException>(() => StillPicture.Read(path)).Fault;
        Assert.Equal(FaultCode.SourceUnreadable, fault.Code);
        Assert.Contains("broken.jpg", fault.What, StringComparison.Ordinal);
    }

    private void Picture(string name, string colour, string size) =>
        Clips.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", $"color={colour}:size={size}", "-frames:v", "1", Path.Combine(_folder, name)]);
}
