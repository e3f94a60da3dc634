using EdgeVision.Capture.Processes;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>One run of ffmpeg: what it is told, and what will come out.</summary>
/// <param name="Format">Format of every frame.</param>
/// <param name="FramesPerSecond">Rate of the frames; 0 when unknown.</param>
/// <param name="PromisedFrames">Frames that a recording read to its end must about give; null when unknown.</param>
/// <param name="Command">What is started.</param>
internal sealed record FfmpegPlan(FrameFormat Format, double FramesPerSecond, long? PromisedFrames, ChildCommand Command)
{
    // ffmpeg's own assumption for a recording that does not say.
    private const double UnknownRecordingRate = 25;

    public static FfmpegPlan For(FfmpegInput input, CaptureOptions options, ProbeResult probe)
    {
        var format = new FrameFormat(options.Scale ?? probe.Size, PixelLayout.I420, probe.Matrix, probe.Range);
        var scale = VideoFilter.Scale(format, probe.ConvertMatrix);
        return input.IsLive
            ? Camera(input, options, probe, format, scale)
            : Recording(input, options, probe, format, scale);
    }

    public OpenedSource Opened(FfmpegInput input) => new(
        Format, FramesPerSecond, input.Waits ? HandOver.EveryFrame : HandOver.NewestWins);

    private static FfmpegPlan Camera(FfmpegInput input, CaptureOptions options, ProbeResult probe, FrameFormat format, string scale)
    {
        if (options.Fps is not { } cap)
        {
            return new FfmpegPlan(format, probe.FramesPerSecond, null, FfmpegCommand.RawVideo(input, scale));
        }

        // A camera of unknown rate may be slower than the cap; then the cap is the best guess of when it is late.
        var rate = probe.FramesPerSecond > 0 ? Math.Min(cap, probe.FramesPerSecond) : cap;
        return new FfmpegPlan(format, rate, null, FfmpegCommand.RawVideo(input, $"{VideoFilter.AtMost(cap)},{scale}"));
    }

    private static FfmpegPlan Recording(FfmpegInput input, CaptureOptions options, ProbeResult probe, FrameFormat format, string scale)
    {
        var rate = probe.FramesPerSecond > 0 ? probe.FramesPerSecond : UnknownRecordingRate;
        var nth = options.Fps is { } cap ? Math.Max(1, (int)Math.Ceiling((rate / cap) - 1e-6)) : 1;
        var filter = nth > 1 ? $"{VideoFilter.EachNth(nth)},{scale}" : scale;
        return new FfmpegPlan(format, rate / nth, input.Loops ? null : probe.Frames / nth, FfmpegCommand.RawVideo(input, filter));
    }
}
