using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Commands;

/// <summary>Any program that writes raw frames, back to back, to its standard output.</summary>
internal sealed class CommandSource : IFrameSource
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(2);

    private readonly CurrentChild _current = new();
    private readonly string _subject;
    private readonly CommandOptions _options;
    private readonly bool _waits;
    private readonly FrameFormat _format;
    private readonly MediaClock _clock;
    private ChildProcess? _child;

    /// <param name="subject">Whom to name in a fault.</param>
    /// <param name="options">With a command and a size.</param>
    /// <param name="waits">The program writes a recording that waits for whoever takes the frames, and may end.</param>
    /// <param name="time">For the media time of a camera.</param>
    public CommandSource(string subject, CommandOptions options, bool waits, TimeProvider time)
    {
        _subject = subject;
        _options = options;
        _waits = waits;
        _format = FormatOf(subject, options);
        _clock = waits ? MediaClock.Counted(options.Fps) : MediaClock.Measured(time);
        Description = $"command {options.Command[0]}";
    }

    public string Description { get; }

    public Fault? Fault { get; private set; }

    public OpenedSource Open(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var command = new ChildCommand(_options.Command[0], [.. _options.Command.Skip(1)]);
        _child = _current.Start(command, _subject, new Secrets());
        return new OpenedSource(_format, _options.Fps, _waits ? HandOver.EveryFrame : HandOver.NewestWins);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = default;
        if (_child is null || pixels.Length != _format.ByteCount)
        {
            throw new ArgumentException($"a frame of {Description} has {_format.ByteCount} bytes, not {pixels.Length}", nameof(pixels));
        }

        var read = RawFrame.Read(_child, pixels);
        if (read == FrameRead.Whole)
        {
            mediaTime = _clock.Next();
            return ReadStatus.Frame;
        }

        Fault = Conclude(_child, read);
        return Fault is null ? ReadStatus.End : ReadStatus.Faulted;
    }

    public void Abort() => _current.Abort();

    public void Dispose() => _current.Dispose();

    private Fault? Conclude(ChildProcess child, FrameRead read)
    {
        if (read == FrameRead.Interrupted)
        {
            return new Fault(FaultCode.SourceEnded, _subject, $"{Description}: cut off by this program", Tail: child.Tail);
        }

        var exit = child.WaitForExit(ExitLimit);
        var tail = child.Tail;
        return (exit, read) switch
        {
            (null, _) => Broken(FaultCode.SourceCrashed, "closed its output but did not end", "connecting anew", tail),
            ({ InGoodOrder: false } end, _) => Broken(FaultCode.SourceCrashed, end.ToString(), "see its last words", tail),
            (_, FrameRead.Torn) => Broken(FaultCode.SourceUnreadable, "ended within a frame", $"check size and format: a frame has {_format.ByteCount} bytes", tail),
            _ when _waits && _clock.Frames > 0 => null,
            _ => Broken(FaultCode.SourceEnded, "ended by itself", "make the command run without a time limit", tail),
        };
    }

    private Fault Broken(FaultCode code, string what, string remedy, string tail) => new(code, _subject, $"{Description}: {what}", remedy, tail);

    private static FrameFormat FormatOf(string subject, CommandOptions options)
    {
        if (options.Command.Count == 0 || options.Size is not { } size || options.Fps <= 0)
        {
            throw new FaultException(new Fault(
                FaultCode.SourceUnreadable, subject, "the command source is not complete", "give command, size as WIDTHxHEIGHT, and fps above 0"));
        }

        return options.Format switch
        {
            RawPixelFormat.Rgb24 => new FrameFormat(size, PixelLayout.Rgb24),
            RawPixelFormat.Bgr24 => new FrameFormat(size, PixelLayout.Bgr24),
            _ => new FrameFormat(size, PixelLayout.I420, options.Matrix, options.Range),
        };
    }
}
