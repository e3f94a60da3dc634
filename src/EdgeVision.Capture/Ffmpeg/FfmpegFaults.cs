using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>Turns ffmpeg's end and its last words into a named fault.</summary>
internal static class FfmpegFaults
{
    public const string InstallRemedy = "apt install ffmpeg";

    // Texts of ffmpeg 4.4 to 7 and of the C library; the first that appears decides.
    private static readonly (string Sign, FaultCode Code, string Remedy)[] Signs =
    [
        ("401 Unauthorized", FaultCode.SourceRefused, "check the user and the password in password_file"),
        ("authorization failed", FaultCode.SourceRefused, "check the user and the password in password_file"),
        ("403 Forbidden", FaultCode.SourceRefused, "the user may not see this stream: check its rights at the camera"),
        ("access denied", FaultCode.SourceRefused, "the user may not see this stream: check its rights at the camera"),
        ("404 Not Found", FaultCode.SourceRefused, "the camera has no such stream: check the path in source"),
        ("Server returned 4", FaultCode.SourceRefused, "check the path in source"),
        ("method DESCRIBE failed: 4", FaultCode.SourceRefused, "check the path in source"),
        ("Permission denied", FaultCode.SourceRefused, "let the service's user read it; for a device, add the user to the group video"),
        ("Device or resource busy", FaultCode.SourceRefused, "another program uses the camera: end it"),
        ("Connection refused", FaultCode.SourceUnreachable, "nothing listens there: check the port in source, and the camera"),
        ("No route to host", FaultCode.SourceUnreachable, "check the address in source, the camera's power and the network"),
        ("Network is unreachable", FaultCode.SourceUnreachable, "check this device's network"),
        ("Failed to resolve hostname", FaultCode.SourceUnreachable, "check the host name in source, or write its address"),
        ("timed out", FaultCode.SourceUnreachable, "check the address in source, the camera's power and the network"),
        ("Connection reset", FaultCode.SourceUnreachable, "the camera closed the connection: check its limit of viewers"),
        ("Server returned 5", FaultCode.SourceUnreachable, "the camera has an error of its own: restart it"),
        ("method DESCRIBE failed: 5", FaultCode.SourceUnreachable, "the camera has an error of its own: restart it"),
        ("No such device", FaultCode.SourceUnreachable, "check that the camera is plugged in"),
        ("No such file or directory", FaultCode.SourceUnreachable, "check the path in source"),
        ("moov atom not found", FaultCode.SourceUnreadable, "the file is cut off or was never finished: copy it again"),
        ("Invalid data found", FaultCode.SourceUnreadable, "it is not a video that ffmpeg knows, or it is damaged"),
        ("Unrecognized option", FaultCode.SourceUnreadable, "check hwaccel and extra_args"),
        ("Option not found", FaultCode.SourceUnreadable, "check hwaccel and extra_args"),
        ("Error splitting the argument list", FaultCode.SourceUnreadable, "check hwaccel and extra_args"),
        ("Failed to set value", FaultCode.SourceUnreadable, "check hwaccel and extra_args"),
        ("Device creation failed", FaultCode.SourceUnreadable, "check hwaccel: this machine has no such decoder"),
        ("does not contain any stream", FaultCode.SourceUnreadable, "it has no picture"),
        ("matches no streams", FaultCode.SourceUnreadable, "it has no picture"),
    ];

    /// <summary>Why a program ended other than it should.</summary>
    /// <param name="subject">Whom to name.</param>
    /// <param name="input">What it read.</param>
    /// <param name="exit">How it ended; null when it did not.</param>
    /// <param name="tail">Its last messages, without secrets.</param>
    public static Fault Explain(string subject, FfmpegInput input, ChildExit? exit, string tail)
    {
        if (exit is { Signal: not null } killed)
        {
            return new Fault(FaultCode.SourceCrashed, subject, $"{input.Description}: ffmpeg {killed}", "connecting anew", tail);
        }

        foreach (var (sign, code, remedy) in Signs)
        {
            if (Line(tail, sign) is { } line)
            {
                return new Fault(code, subject, $"{input.Description}: {line}", remedy, tail);
            }
        }

        return exit switch
        {
            null => new Fault(FaultCode.SourceCrashed, subject, $"{input.Description}: ffmpeg closed its output but did not end", "connecting anew", tail),
            { InGoodOrder: false } failed => new Fault(FaultCode.SourceCrashed, subject, $"{input.Description}: ffmpeg {failed}", "see its last words", tail),
            _ when input.IsLive => new Fault(FaultCode.SourceEnded, subject, $"{input.Description}: the camera closed the stream", "connecting anew", tail),
            _ => new Fault(FaultCode.SourceUnreadable, subject, $"{input.Description}: has no picture", "check that it is a video", tail),
        };
    }

    public static Fault TooSlow(string subject, FfmpegInput input, TimeSpan limit, string tail) => new(
        FaultCode.SourceUnreachable, subject, $"{input.Description}: no picture within {limit.TotalSeconds:0} s", "check the camera and the network", tail);

    public static Fault CutShort(string subject, FfmpegInput input, long frames, long promised, string tail) => new(
        FaultCode.SourceUnreadable, subject, $"{input.Description}: ended after {frames} of {promised} frames",
        "the file is cut off or damaged: copy it again", tail);

    /// <summary>The line with the sign in it, without ffmpeg's "[demuxer @ address]" before it.</summary>
    private static string? Line(string tail, string sign)
    {
        var at = tail.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var start = tail.LastIndexOf('\n', at) + 1;
        var end = tail.IndexOf('\n', at);
        var line = tail[start..(end < 0 ? tail.Length : end)];
        var bracket = line.StartsWith('[') ? line.IndexOf("] ", StringComparison.Ordinal) : -1;
        return line[(bracket < 0 ? 0 : bracket + 2)..].Trim();
    }
}
