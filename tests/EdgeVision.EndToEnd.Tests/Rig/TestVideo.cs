using System.Diagnostics;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>Recordings made on the spot, for tests that care how a video is read and not what it shows.</summary>
internal static class TestVideo
{
    /// <summary>Ten seconds of ffmpeg's test picture, H.264, 320x192 at 15 frames a second.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">The file's name, whose ending chooses the container.</param>
    /// <param name="more">Further output options.</param>
    public static async Task<string> Write(string folder, string name, params string[] more)
    {
        var path = Path.Combine(folder, name);
        var start = new ProcessStartInfo(Programs.Need("ffmpeg", "apt install ffmpeg"));
        string[] fixedPart = ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x192:rate=15", "-t", "10", "-c:v", "libx264"];
        foreach (var argument in fixedPart.Concat(more).Append(path))
        {
            start.ArgumentList.Add(argument);
        }

        using var ffmpeg = Process.Start(start)!;
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
