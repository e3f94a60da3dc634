using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>What ffprobe says of a source's first video stream.</summary>
/// <param name="Size">Upright, after the rotation that ffmpeg applies.</param>
/// <param name="Matrix">Matrix of the frames ffmpeg will write.</param>
/// <param name="Range">Range of the frames ffmpeg will write.</param>
/// <param name="ConvertMatrix">The source has another matrix, or is RGB: ffmpeg must convert to <paramref name="Matrix"/>.</param>
/// <param name="FramesPerSecond">Average rate; 0 when unknown.</param>
/// <param name="Frames">Number of frames that the container promises; null when it does not say.</param>
public sealed record ProbeResult(
    PictureSize Size, YuvMatrix Matrix, YuvRange Range, bool ConvertMatrix, double FramesPerSecond, long? Frames);
