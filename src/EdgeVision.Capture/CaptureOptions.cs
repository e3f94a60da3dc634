using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture;

/// <summary>How one camera is read, as written in its `capture:` section.</summary>
public sealed record CaptureOptions
{
    /// <summary>Size the pictures are scaled to while decoding, as WIDTHxHEIGHT; as the source has them when left out. The shape is not kept: give one of the camera's own shape.</summary>
    public PictureSize? Scale { get; init; }

    /// <summary>Most frames per second taken from the source, above 0; all of them when left out. A recording keeps every n-th frame. A folder of pictures shows this many a second, 1 when left out.</summary>
    [Range(0.0, 1000.0, MinimumIsExclusive = true)]
    public double? Fps { get; init; }

    /// <summary>`native` reads a recording at its own rate, `asap` as fast as the frames are used, without losing one. Cameras always come at their own rate.</summary>
    public CapturePace Pace { get; init; } = CapturePace.Native;

    /// <summary>Start a recording or a folder again when it ends.</summary>
    public bool Loop { get; init; }

    /// <summary>What decodes the source: `ffmpeg`.</summary>
    public CaptureBackend Backend { get; init; } = CaptureBackend.Ffmpeg;

    /// <summary>ffmpeg's flags for decoding in hardware, such as [-hwaccel, drm] on a Raspberry Pi or [-c:v, h264_v4l2m2m].</summary>
    public IReadOnlyList<string> Hwaccel { get; init; } = [];

    /// <summary>More ffmpeg options, placed before the input, such as [-input_format, mjpeg, -video_size, 1280x720] for a USB camera. Every user of the machine can read them: no passwords.</summary>
    public IReadOnlyList<string> ExtraArgs { get; init; } = [];

    /// <summary>How an RTSP camera sends its pictures: `tcp` or `udp`.</summary>
    public StreamTransport Transport { get; init; } = StreamTransport.Tcp;

    /// <summary>How long connecting to the source may take, and how long a network camera may be silent, 1 s to 2 minutes.</summary>
    [Range(typeof(TimeSpan), "1s", "2m")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
