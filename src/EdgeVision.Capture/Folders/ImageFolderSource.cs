using EdgeVision.Capture.Ffmpeg;
using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Folders;

/// <summary>
/// The pictures of a folder as a camera, in order of their names. All have the size of the first, or the scale asked
/// for; a picture of another shape stands undistorted in grey. One that cannot be read ends it with a fault.
/// </summary>
internal sealed class ImageFolderSource(string subject, string folder, CaptureOptions options, TimeProvider time) : IFrameSource
{
    private const double PicturesPerSecond = 1;

    private readonly CurrentChild _current = new();
    private readonly ManualResetEventSlim _aborted = new(false);
    private readonly double _rate = options.Fps ?? PicturesPerSecond;
    private readonly bool _waits = options.Pace == CapturePace.Asap;
    private IReadOnlyList<string> _files = [];
    private FrameFormat _format;
    private MediaClock _clock = MediaClock.Counted(1);
    private long _started;

    public string Description => folder;

    public Fault? Fault { get; private set; }

    public OpenedSource Open(CancellationToken cancellation)
    {
        using var registration = cancellation.Register(Abort);
        _files = List();
        var size = options.Scale ?? new Ffprobe(subject, time).Run(InputFor(_files[0]), _current, options.Timeout).Size;
        _format = new FrameFormat(size, PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Full);
        _clock = MediaClock.Counted(_rate);
        _started = time.GetTimestamp();
        return new OpenedSource(_format, _rate, _waits ? HandOver.EveryFrame : HandOver.NewestWins);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = default;
        if (_clock.Frames >= _files.Count && !options.Loop)
        {
            return ReadStatus.End;
        }

        try
        {
            if (!_waits)
            {
                WaitFor(TimeSpan.FromSeconds(_clock.Frames / _rate));
            }

            Fault = Decode(_files[(int)(_clock.Frames % _files.Count)], pixels);
        }
        catch (FaultException exception)
        {
            Fault = exception.Fault;
        }
        catch (OperationCanceledException)
        {
            Fault = new Fault(FaultCode.SourceEnded, subject, $"{Description}: cut off by this program");
        }

        if (Fault is not null)
        {
            return ReadStatus.Faulted;
        }

        mediaTime = _clock.Next();
        return ReadStatus.Frame;
    }

    public void Abort()
    {
        _current.Abort();
        _aborted.Set();
    }

    public void Dispose() => _current.Dispose();

    private Fault? Decode(string file, Span<byte> pixels)
    {
        var input = InputFor(file);
        var child = _current.Start(FfmpegCommand.RawVideo(input, VideoFilter.Fit(_format)), subject, input.Secrets);
        var read = RawFrame.Read(child, pixels);
        if (read == FrameRead.Interrupted)
        {
            throw new OperationCanceledException();
        }

        return read == FrameRead.Whole ? null : FfmpegFaults.Explain(subject, input, child.WaitForExit(options.Timeout), child.Tail);
    }

    private void WaitFor(TimeSpan due)
    {
        var left = due - time.GetElapsedTime(_started);
        if (left > TimeSpan.Zero)
        {
            using var timer = new ManualResetEventSlim(false);
            using var alarm = time.CreateTimer(_ => timer.Set(), null, left, Timeout.InfiniteTimeSpan);
            WaitHandle.WaitAny([timer.WaitHandle, _aborted.WaitHandle]);
        }

        if (_aborted.IsSet)
        {
            throw new OperationCanceledException();
        }
    }

    private FfmpegInput InputFor(string file) => FileInput.For(file, options with { Pace = CapturePace.Asap, Loop = false });

    private IReadOnlyList<string> List()
    {
        try
        {
            return PictureFiles.In(folder) is { Count: > 0 } files ? files : throw Bad(FaultCode.SourceUnreadable, "holds no pictures", "put .jpg or .png files there");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Bad(FaultCode.SourceUnreachable, exception.Message, "check the path in source");
        }
    }

    private FaultException Bad(FaultCode code, string what, string remedy) => new(new Fault(code, subject, $"{folder}: {what}", remedy));
}
