using System.Text.Json;
using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>Asks ffprobe what a source holds. Its answer and its time are bounded.</summary>
internal sealed class Ffprobe(string subject, TimeProvider time)
{
    private const int MaxAnswerBytes = 256 * 1024;

    // After the connection stands, ffprobe watches the stream for up to 5 s.
    private static readonly TimeSpan WatchTime = TimeSpan.FromSeconds(6);

    /// <summary>Connects, looks and disconnects.</summary>
    /// <exception cref="FaultException">Unreachable, refused or not a video.</exception>
    /// <exception cref="OperationCanceledException">It was aborted.</exception>
    public ProbeResult Run(FfmpegInput input, CurrentChild current, TimeSpan timeout)
    {
        var child = current.Start(CommandFor(input), subject, input.Secrets);
        var started = time.GetTimestamp();
        var limit = timeout + WatchTime;
        using var timer = time.CreateTimer(_ => child.Interrupt(), null, limit, Timeout.InfiniteTimeSpan);
        var answer = new byte[MaxAnswerBytes];
        var length = Read(child, answer, out var cut);
        if (current.Aborted)
        {
            throw new OperationCanceledException();
        }

        if (cut)
        {
            throw new FaultException(FfmpegFaults.TooSlow(subject, input, limit, child.Tail));
        }

        var exit = child.WaitForExit(timeout);
        var result = exit is { InGoodOrder: true } ? Parse(answer.AsMemory(0, length)) : null;
        return result ?? throw new FaultException(Explain(input, exit, child.Tail, time.GetElapsedTime(started), timeout));
    }

    private Fault Explain(FfmpegInput input, ChildExit? exit, string tail, TimeSpan elapsed, TimeSpan timeout)
    {
        var fault = FfmpegFaults.Explain(subject, input, exit, tail);

        // ffmpeg calls an RTSP host that keeps silent "invalid data".
        return fault.Code == FaultCode.SourceUnreadable && input.IsLive && elapsed >= timeout
            ? FfmpegFaults.TooSlow(subject, input, timeout, tail)
            : fault;
    }

    private static int Read(ChildProcess child, Span<byte> answer, out bool cut)
    {
        var length = 0;
        int read;
        while ((read = child.Read(answer[length..])) > 0)
        {
            length += read;
        }

        cut = read == ChildProcess.Interrupted;
        return length;
    }

    private static ProbeResult? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return ProbeJson.Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ChildCommand CommandFor(FfmpegInput input) => new(
        "ffprobe",
        [
            "-hide_banner", "-loglevel", "warning",
            "-select_streams", "v:0",
            "-show_entries", "stream=codec_name,width,height,pix_fmt,color_range,color_space,avg_frame_rate,nb_frames:stream_side_data=rotation",
            "-print_format", "json",
            .. input.Arguments,
        ],
        input.InputText,
        FfmpegFaults.InstallRemedy);
}
