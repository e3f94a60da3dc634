using System.Text.RegularExpressions;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>What a person may add to ffmpeg's arguments.</summary>
public static partial class ExtraArguments
{
    // Each of these would change what comes out of the pipe, and so tear the frames, or write a file.
    private static readonly string[] Taken =
        ["-i", "-vf", "-filter", "-filter:v", "-filter_complex", "-lavfi", "-vsync", "-fps_mode", "-map", "-y", "-progress", "-report", "-re", "-stream_loop"];

    /// <summary>What is wrong with `hwaccel` or `extra_args` and what to write instead; null when they may be used.</summary>
    public static string? ProblemOf(CaptureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var argument in options.Hwaccel.Concat(options.ExtraArgs))
        {
            if (Taken.Contains(argument, StringComparer.Ordinal))
            {
                return $"{argument} is set by this program; use the keys scale, fps, pace and loop, and leave it out of hwaccel and extra_args";
            }

            if (Login().IsMatch(argument))
            {
                return "an argument holds a password, which every user of the machine could read; write it into password_file";
            }
        }

        return null;
    }

    [GeneratedRegex("://[^/@]*:[^/]*@", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
