namespace EdgeVision.Capture.Ffmpeg;

/// <summary>A recording on disk.</summary>
internal static class FileInput
{
    public static FfmpegInput For(string path, CaptureOptions options)
    {
        List<string> decode = [.. options.Hwaccel, .. options.ExtraArgs];
        if (options.Pace == CapturePace.Native)
        {
            decode.Add("-re");
        }

        if (options.Loop)
        {
            decode.AddRange(["-stream_loop", "-1"]);
        }

        return new FfmpegInput
        {
            Description = path,
            // The prefix keeps a name with a colon or a leading dash a file's name.
            Arguments = ["-i", $"file:{path}"],
            DecodeOptions = decode,
            Loops = options.Loop,
            Waits = options.Pace == CapturePace.Asap,
        };
    }
}
