using EdgeVision.Capture.Sources;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>A network camera that speaks RTSP.</summary>
internal static class RtspInput
{
    public static FfmpegInput For(NetworkSpec spec, CaptureOptions options) => new()
    {
        Description = spec.Description,
        Arguments = InputList.Arguments,
        // Decoding frame by frame in parallel would hold back as many pictures as there are cores.
        DecodeOptions = ["-flags", "low_delay", .. options.Hwaccel, .. options.ExtraArgs],
        InputText = InputList.Text(
            spec.SecretAddress,
            ("rtsp_transport", options.Transport == StreamTransport.Udp ? "udp" : "tcp"),
            ("timeout", InputList.Microseconds(options.Timeout))),
        Secrets = spec.Secrets,
        IsLive = true,
        MayReuseProbe = true,
    };
}
