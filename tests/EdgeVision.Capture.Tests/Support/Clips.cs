using System.Collections.Concurrent;
using System.Diagnostics;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>Small clips made by ffmpeg's own test pictures, once a test run.</summary>
public static class Clips
{
    private const string Prefix = "edgevision-clips-";

    private static readonly ConcurrentDictionary<string, Lazy<string>> Made = new();

    public static string Folder { get; } = MakeFolder();

    /// <summary>A clip of the test picture.</summary>
    public static string TestPicture(string name, int frames, int rate = 25, string size = "320x240", params string[] output) => Make(name, [
        "-f", "lavfi", "-i", $"testsrc2=size={size}:rate={rate}", "-frames:v", $"{frames}", "-pix_fmt", "yuv420p", .. output]);

    public static string Make(string name, string[] arguments) => Made.GetOrAdd(name, _ => new Lazy<string>(() =>
    {
        var path = Path.Combine(Folder, name);
        Run("ffmpeg", ["-v", "error", "-y", .. arguments, path]);
        return path;
    })).Value;

    /// <summary>Frames that ffprobe decodes from the file.</summary>
    public static int CountFrames(string path) => int.Parse(
        Run("ffprobe", ["-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path]).Trim(','),
        System.Globalization.CultureInfo.InvariantCulture);

    public static string Run(string program, string[] arguments)
    {
        Tools.Need(program);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private static string MakeFolder()
    {
        // A test run that was killed could not tidy up.
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (!Directory.Exists($"/proc/{Path.GetFileName(old)[Prefix.Length..]}"))
            {
                Directory.Delete(old, recursive: true);
            }
        }

        var folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}
