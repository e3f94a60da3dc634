using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>Anything ffmpeg can read: one connection, one ffmpeg.</summary>
internal sealed class FfmpegSource(
    string subject, FfmpegInput input, CaptureOptions options, ProbeMemory memory, TimeProvider time) : IFrameSource
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(2);

    // Containers count frames that an edit list hides; less than this is missing something.
    private const double CompleteShare = 0.9;

    private readonly CurrentChild _current = new();
    private ChildProcess? _ffmpeg;
    private ProbeResult? _probe;
    private FfmpegPlan? _plan;
    private MediaClock _clock = MediaClock.Measured(time);

    public string Description => input.Description;

    public Fault? Fault { get; private set; }

    /// <summary>Process id of the running ffmpeg, for tests and reports; null before it is open.</summary>
    internal int? ProcessId => _ffmpeg?.Id;

    public OpenedSource Open(CancellationToken cancellation)
    {
        using var registration = cancellation.Register(Abort);
        _probe = (input.MayReuseProbe ? memory.Recall() : null) ?? new Ffprobe(subject, time).Run(input, _current, options.Timeout);
        _plan = FfmpegPlan.For(input, options, _probe);
        _clock = input.IsLive ? MediaClock.Measured(time) : MediaClock.Counted(_plan.FramesPerSecond);
        _ffmpeg = _current.Start(_plan.Command, subject, input.Secrets);
        return _plan.Opened(input);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = default;
        if (_ffmpeg is null || pixels.Length != _plan!.Format.ByteCount)
        {
            throw new ArgumentException($"a frame of {Description} has {_plan?.Format.ByteCount ?? 0} bytes, not {pixels.Length}", nameof(pixels));
        }

        var read = RawFrame.Read(_ffmpeg, pixels);
        if (read == FrameRead.Whole)
        {
            mediaTime = _clock.Next();
            return ReadStatus.Frame;
        }

        Fault = Conclude(_ffmpeg, read);
        return Fault is null ? ReadStatus.End : ReadStatus.Faulted;
    }

    public void Abort() => _current.Abort();

    public void Dispose()
    {
        if (_probe is not null && _clock.Frames > 0)
        {
            memory.Keep(_probe);
        }
        else
        {
            memory.Forget();
        }

        _current.Dispose();
    }

    /// <summary>Why there is no further frame; null when the recording is finished.</summary>
    private Fault? Conclude(ChildProcess ffmpeg, FrameRead read)
    {
        if (read == FrameRead.Interrupted)
        {
            return new Fault(FaultCode.SourceEnded, subject, $"{Description}: cut off by this program", Tail: ffmpeg.Tail);
        }

        var exit = ffmpeg.WaitForExit(ExitLimit);
        var tail = ffmpeg.Tail;
        if (read == FrameRead.Torn || exit is not { InGoodOrder: true } || input.IsLive || _clock.Frames == 0)
        {
            return FfmpegFaults.Explain(subject, input, exit, tail);
        }

        return _plan!.PromisedFrames is { } promised && _clock.Frames < promised * CompleteShare
            ? FfmpegFaults.CutShort(subject, input, _clock.Frames, promised, tail)
            : null;
    }
}
