using System.Diagnostics;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Ffmpeg;

public sealed class DamageTests
{
    [SkippableFact]
    public void A_garbled_stream_gives_no_more_frames_than_it_has()
    {
        var clip = Clips.TestPicture("whole.ts", 60, output: ["-c:v", "mpeg2video"]);
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var garbled = Garble(clip, seed);
            var reading = Reading.Of(garbled);
            Assert.InRange(reading.Frames, 1, 72);
        }
    }

    [SkippableFact]
    public void A_file_cut_before_its_index_is_unreadable()
    {
        var fault = Reading.FaultOf(Cut(Clips.TestPicture("index-last.mp4", 50), .5));
        Assert.Equal(FaultCode.SourceUnreadable, fault.Code);
        Assert.Contains("moov atom not found", fault.What, StringComparison.Ordinal);
        Assert.Contains("copy it again", fault.Remedy, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_cut_after_its_index_gives_its_frames_and_then_a_fault()
    {
        var reading = Reading.Of(Cut(Clips.TestPicture("index-first.mp4", 100, output: ["-movflags", "+faststart"]), .5));
        Assert.InRange(reading.Frames, 1, 90);
        Assert.Equal((ReadStatus.Faulted, FaultCode.SourceUnreadable), (reading.End, reading.Fault!.Code));
        Assert.Contains($"after {reading.Frames} of 100 frames", reading.Fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_text_is_not_a_video()
    {
        Tools.Need("ffmpeg");
        var path = Path.Combine(Clips.Folder, "letter.mp4");
        File.WriteAllText(path, "Dear camera,\nhow are you?\n");
        Assert.Equal(FaultCode.SourceUnreadable, Reading.FaultOf(path).Code);
    }

    [SkippableFact]
    public void A_sound_file_has_no_picture()
    {
        var path = Clips.Make("beep.wav", ["-f", "lavfi", "-i", "sine=d=1"]);
        Assert.Equal(FaultCode.SourceUnreadable, Reading.FaultOf(path).Code);
    }

    [SkippableFact]
    public void A_missing_file_is_unreachable_and_named()
    {
        Tools.Need("ffmpeg");
        var fault = Reading.FaultOf("/no/such/video.mp4");
        Assert.Equal((FaultCode.SourceUnreachable, "camera test"), (fault.Code, fault.Subject));
        Assert.Contains("/no/such/video.mp4", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_device_that_is_not_there_is_unreachable()
    {
        Tools.Need("ffmpeg");
        var fault = Reading.FaultOf("/dev/video99");
        Assert.Equal(FaultCode.SourceUnreachable, fault.Code);
        Assert.Contains("/dev/video99", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_change_of_size_in_mid_stream_tears_no_frame()
    {
        var small = Flat("small.ts", "0x404040", "320x240");
        var large = Flat("large.ts", "0xc0c0c0", "640x480");
        var joined = Path.Combine(Clips.Folder, "joined.ts");
        File.WriteAllBytes(joined, [.. File.ReadAllBytes(small), .. File.ReadAllBytes(large), .. File.ReadAllBytes(small)]);

        using var source = Reading.Connect(joined);
        var opened = source.Open(CancellationToken.None);
        Assert.Equal(new PictureSize(320, 240), opened.Format.Size);
        var pixels = new byte[opened.Format.ByteCount];
        var levels = new List<byte>();
        ReadStatus status;
        while ((status = source.Read(pixels, out _)) == ReadStatus.Frame)
        {
            levels.Add(pixels[0]);
            Assert.True(pixels.AsSpan(0, opened.Format.Size.Pixels).IndexOfAnyExceptInRange((byte)(pixels[0] - 4), (byte)(pixels[0] + 4)) < 0, $"frame {levels.Count} is torn");
        }

        Assert.Equal(ReadStatus.End, status);
        Assert.Equal(75, levels.Count);
        Assert.Equal([false, true, false], levels.Select(level => level > 128).Where((bright, index) => index % 25 == 12));
    }

    [SkippableFact]
    public void A_killed_ffmpeg_is_a_crash()
    {
        var clip = Clips.TestPicture("to-kill.mp4", 50);
        using var source = Reading.Connect(clip, new CaptureOptions { Loop = true });
        var opened = source.Open(CancellationToken.None);
        var pixels = new byte[opened.Format.ByteCount];
        Assert.Equal(ReadStatus.Frame, source.Read(pixels, out _));
        using (var ffmpeg = Process.GetProcessById(Assert.Single(Children.With(clip))))
        {
            ffmpeg.Kill();
        }

        while (source.Read(pixels, out _) == ReadStatus.Frame)
        {
        }

        Assert.Equal(FaultCode.SourceCrashed, source.Fault!.Code);
        Assert.Contains("signal 9 (SIGKILL)", source.Fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Abort_ends_a_waiting_read()
    {
        var clip = Clips.TestPicture("slow.mp4", 3, rate: 1);
        using var source = Reading.Connect(clip, new CaptureOptions { Loop = true });
        Assert.Equal(ReadStatus.Faulted, Reading.UntilAborted(source, framesBefore: 1));
        source.Dispose();
        Assert.Empty(Children.With(clip));
    }

    private static string Flat(string name, string colour, string size) => Clips.Make(
        name, ["-f", "lavfi", "-i", $"color={colour}:size={size}:rate=25", "-frames:v", "25", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-bf", "0"]);

    private static string Cut(string path, double share)
    {
        var bytes = File.ReadAllBytes(path);
        var cut = path + ".cut.mp4";
        File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * share)]);
        return cut;
    }

    // One byte in four hundred, as weather does to a radio link.
    private static string Garble(string path, int seed)
    {
        var bytes = File.ReadAllBytes(path);
        var random = new Random(seed);
        for (var flips = bytes.Length / 400; flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        }

        var garbled = $"{path}.{seed}.ts";
        File.WriteAllBytes(garbled, bytes);
        return garbled;
    }
}
