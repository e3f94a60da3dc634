using System.Diagnostics;
using EdgeVision.Core.Frames;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>Frames of a video with faces, eight a second.</summary>
internal static class FacePictures
{
    private const int Width = 640;
    private const int Height = 360;

    public static CalibrationSet Need(int count)
    {
        var video = TestAssets.Need("videos", "face-demographics-walking.gif");
        var start = new ProcessStartInfo(Programs.Need("ffmpeg", "apt-get install ffmpeg")) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-v", "error", "-i", video, "-vf", $"fps=8,scale={Width}:{Height}", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        using var pixels = new MemoryStream();
        program.StandardOutput.BaseStream.CopyTo(pixels);
        program.WaitForExit();
        Assert.Equal(0, program.ExitCode);

        const int Frame = 3 * Width * Height;
        var (all, frames) = (pixels.ToArray(), (int)pixels.Length / Frame);
        var format = new FrameFormat(new PictureSize(Width, Height), PixelLayout.Rgb24);
        var set = new CalibrationSet("faces", frames, index => new CalibrationFrame(format, all.AsMemory(index * Frame, Frame)));
        var taken = set.Spread(count, default).ToList();
        return new CalibrationSet("faces", taken.Count, index => taken[index]);
    }
}
