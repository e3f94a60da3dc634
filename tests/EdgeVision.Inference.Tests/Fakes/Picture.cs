using System.Diagnostics;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>A picture as packed RGB, decoded by ffmpeg.</summary>
internal sealed class Picture(PictureSize size, byte[] pixels)
{
    public Frame Frame => new(new FrameFormat(size, PixelLayout.Rgb24), default, pixels);

    /// <param name="size">Its size after the filters.</param>
    /// <param name="path">A picture, or a video of which the filters choose one frame.</param>
    /// <param name="filters">ffmpeg's.</param>
    public static Picture Read(PictureSize size, string path, string filters = "null")
    {
        Skip.IfNot(File.Exists("/usr/bin/ffmpeg"), "needs ffmpeg: apt install ffmpeg");
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true };
        foreach (var word in (string[])["-v", "error", "-i", path, "-vf", filters, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        {
            start.ArgumentList.Add(word);
        }

        using var ffmpeg = Process.Start(start)!;
        using var pixels = new MemoryStream();
        ffmpeg.StandardOutput.BaseStream.CopyTo(pixels);
        return new Picture(size, pixels.ToArray());
    }

    /// <summary>A grey of the given level.</summary>
    public static Picture Plain(PictureSize size, byte level)
    {
        var pixels = new byte[3 * size.Pixels];
        Array.Fill(pixels, level);
        return new Picture(size, pixels);
    }
}
