using EdgeVision.Capture.Sources;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>A camera that sends Motion JPEG over HTTP, or a recording on a web server, told apart by the name's ending.</summary>
internal static class HttpInput
{
    private static readonly string[] Recordings = [".mp4", ".m4v", ".mkv", ".mov", ".webm", ".avi", ".ts"];

    public static FfmpegInput For(NetworkSpec spec, CaptureOptions options)
    {
        var recording = IsRecording(spec);
        var waits = recording && options.Pace == CapturePace.Asap;
        List<string> decode = recording ? [] : ["-flags", "low_delay"];
        if (recording && !waits)
        {
            decode.Add("-re");
        }

        (string, string)[] limits = [("timeout", InputList.Microseconds(options.Timeout)), ("rw_timeout", InputList.Microseconds(options.Timeout))];

        // Motion JPEG has no time stamps, and ffmpeg would number it at 25 a second.
        (string, string)[] stamps = recording ? [] : [("use_wallclock_as_timestamps", "1")];
        return new FfmpegInput
        {
            Description = spec.Description,
            Arguments = InputList.Arguments,
            DecodeOptions = [.. decode, .. options.Hwaccel, .. options.ExtraArgs],
            InputText = InputList.Text(spec.SecretAddress, [.. limits, .. stamps]),
            Secrets = spec.Secrets,
            IsLive = !recording,
            Waits = waits,
            MayReuseProbe = !recording,
        };
    }

    private static bool IsRecording(NetworkSpec spec)
    {
        var path = spec.Location.Split('?', 2)[0];
        return Recordings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
