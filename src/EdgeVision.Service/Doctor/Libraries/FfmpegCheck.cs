using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeVision.Service.Doctor.Libraries;

/// <summary>ffmpeg and ffprobe, which read all cameras but commands, folders and drawn streets.</summary>
/// <param name="isNeeded">Whether a camera is read through it.</param>
/// <param name="searchPath">Folders with a colon between; null for PATH.</param>
public sealed partial class FfmpegCheck(bool isNeeded, string? searchPath) : ICheck
{
    private const string Install = "sudo apt install ffmpeg";

    // The option -fps_mode and the words of errors that are understood begin about here.
    private const int OldestMajor = 4;

    private static readonly string[] Programs = ["ffmpeg", "ffprobe"];

    public string Subject => "ffmpeg";

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var missing = Programs.Where(name => InstalledProgram.Find(name, searchPath) is null).ToArray();
        if (missing.Length > 0)
        {
            Missing(findings, $"{string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} not installed");
            return;
        }

        var path = InstalledProgram.Find("ffmpeg", searchPath)!;
        var answer = await InstalledProgram.AskAsync(path, ["-hide_banner", "-version"], cancellation).ConfigureAwait(false);
        if (answer is null || VersionLine().Match(answer) is not { Success: true } line)
        {
            Missing(findings, $"{path} does not run: {answer?.Trim().Split('\n')[0] ?? "it cannot be started"}");
        }
        else if (int.TryParse(line.Groups["major"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major < OldestMajor)
        {
            findings.Warn(Subject, $"{line.Groups["version"].Value} at {path} is old; version {OldestMajor} is the oldest that was tried", Install);
        }
        else
        {
            findings.Ok(Subject, $"{line.Groups["version"].Value} at {path}");
        }
    }

    private void Missing(FindingList findings, string what) =>
        findings.Add(new Finding(isNeeded ? CheckState.Fail : CheckState.Warn, Subject, isNeeded ? what : $"{what}; no camera of the device file needs it", Install));

    [GeneratedRegex(@"^ffmpeg version (?<version>n?(?<major>\d*)\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionLine();
}
