using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture;

/// <summary>A program that writes raw frames to its standard output, as written in a camera's `source:`.</summary>
public sealed record CommandOptions
{
    /// <summary>The program and its arguments, without a shell: [rpicam-vid, -t, "0", --codec, yuv420, -o, "-"]. Every user of the machine can read them: no passwords.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Size of each frame, as WIDTHxHEIGHT. Rows must not be padded.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>Pixel format of each frame: `yuv420p`, `rgb24` or `bgr24`.</summary>
    public RawPixelFormat Format { get; init; } = RawPixelFormat.Yuv420p;

    /// <summary>Frames per second it writes, above 0; used to notice that it has stalled.</summary>
    [Range(0.0, 1000.0, MinimumIsExclusive = true)]
    public double Fps { get; init; } = 25;

    /// <summary>Colour matrix of yuv420p frames: `bt601` or `bt709`.</summary>
    public YuvMatrix Matrix { get; init; } = YuvMatrix.Bt601;

    /// <summary>Value range of yuv420p frames: `limited` (16..235) or `full` (0..255).</summary>
    public YuvRange Range { get; init; } = YuvRange.Limited;
}
