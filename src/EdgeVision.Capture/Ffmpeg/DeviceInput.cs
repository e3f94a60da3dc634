using System.Globalization;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>A camera on this machine, through Video4Linux.</summary>
internal static class DeviceInput
{
    public static FfmpegInput For(string device, CaptureOptions options)
    {
        List<string> input = ["-f", "v4l2"];
        if (options.Fps is { } rate)
        {
            // Asked of the camera itself, which then takes the nearest rate that it can do.
            input.AddRange(["-framerate", rate.ToString(CultureInfo.InvariantCulture)]);
        }

        return new FfmpegInput
        {
            Description = device,
            Arguments = [.. input, .. options.ExtraArgs, "-i", device],
            DecodeOptions = ["-flags", "low_delay", .. options.Hwaccel],
            IsLive = true,
            MayReuseProbe = true,
        };
    }
}
