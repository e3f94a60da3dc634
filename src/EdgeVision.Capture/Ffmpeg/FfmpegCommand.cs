using EdgeVision.Capture.Processes;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>The arguments of ffmpeg.</summary>
internal static class FfmpegCommand
{
    /// <summary>Decodes the first video stream into raw I420 frames on standard output.</summary>
    /// <param name="input">What is read.</param>
    /// <param name="filter">The filter graph.</param>
    public static ChildCommand RawVideo(FfmpegInput input, string filter) => new(
        "ffmpeg",
        [
            "-nostdin", "-hide_banner", "-loglevel", "warning",
            .. input.DecodeOptions,
            .. input.Arguments,
            "-map", "0:v:0", "-an", "-sn", "-dn",
            "-vf", filter,
            // Without this a leap in a damaged stream's time stamps is filled with copies of a frame, by the ten thousand.
            "-fps_mode", "passthrough",
            "-f", "rawvideo", "-pix_fmt", "yuv420p",
            "pipe:1",
        ],
        input.InputText,
        FfmpegFaults.InstallRemedy);

    /// <summary>Decodes the first picture into a binary PPM, which says its own size.</summary>
    public static ChildCommand Pixmap(FfmpegInput input) => new(
        "ffmpeg",
        [
            "-nostdin", "-hide_banner", "-loglevel", "warning",
            // As stored, so that boxes mean the same pixels in every decoder.
            "-noautorotate",
            .. input.DecodeOptions,
            .. input.Arguments,
            "-map", "0:v:0", "-frames:v", "1",
            "-f", "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24",
            "pipe:1",
        ],
        input.InputText,
        FfmpegFaults.InstallRemedy);
}
