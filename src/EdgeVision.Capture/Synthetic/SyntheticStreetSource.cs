using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Synthetic;

/// <summary>The synthetic camera: a street scene as a frame source, at its own rate or as fast as it is read.</summary>
public sealed class SyntheticStreetSource : IFrameSource, IStreetTruth
{
    private readonly StreetOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<TimeSpan, List<StreetObject>>? _drawn;
    private readonly List<StreetObject> _objects = [];
    private readonly ManualResetEventSlim _aborted = new(false);
    private readonly Lock _truthGate = new();
    private readonly ITimer _timer;
    private readonly ManualResetEventSlim _due = new(false);
    private StreetScene? _scene;
    private StreetScene? _truthScene;
    private long _opened;
    private long _next;

    /// <param name="options">What is drawn.</param>
    /// <param name="time">Paces the frames.</param>
    /// <param name="drawn">
    /// Told what is in each frame before it is handed over, by its media time: the objects as <see cref="Truth"/> gives them, lent
    /// for the call. It costs no second drawing. Null when nobody asks.
    /// </param>
    public SyntheticStreetSource(StreetOptions options, TimeProvider time, Action<TimeSpan, List<StreetObject>>? drawn = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _drawn = drawn;
        _timer = time.CreateTimer(static due => ((ManualResetEventSlim)due!).Set(), _due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Description => $"synthetic:street seed {_options.Seed}, {_options.Size}";

    public Fault? Fault { get; private set; }

    /// <inheritdoc/>
    public long FrameIndex { get; private set; } = -1;

    /// <summary>Paints the background; takes about half a second.</summary>
    public OpenedSource Open(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _scene = new StreetScene(_options);
        _opened = _time.GetTimestamp();
        _next = 0;
        var format = new FrameFormat(_options.Size, PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited);
        return new OpenedSource(format, _options.FramesPerSecond, _options.Pace == StreetPace.Real ? HandOver.NewestWins : HandOver.EveryFrame);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        var scene = _scene ?? throw new InvalidOperationException("open the source before reading it");
        mediaTime = TimeSpan.Zero;
        if (_options.Pace == StreetPace.Real)
        {
            WaitForNext();
        }

        if (_aborted.IsSet)
        {
            Fault = new Fault(FaultCode.SourceEnded, Description, "cut off by this program");
            return ReadStatus.Faulted;
        }

        if (_next >= (_options.Frames ?? long.MaxValue))
        {
            return ReadStatus.End;
        }

        mediaTime = TimeSpan.FromSeconds(_next / _options.FramesPerSecond);
        FrameIndex = _options.Start + _next++;
        scene.Render(FrameIndex, pixels);
        if (_drawn is not null)
        {
            scene.Truth(FrameIndex, _objects);
            _drawn(mediaTime, _objects);
        }

        return ReadStatus.Frame;
    }

    /// <inheritdoc/>
    public void Truth(long frameIndex, List<StreetObject> into)
    {
        lock (_truthGate)
        {
            // Its own scene: asking never delays or disturbs the camera.
            _truthScene ??= new StreetScene(_options);
            _truthScene.Truth(frameIndex, into);
        }
    }

    public void Abort()
    {
        _aborted.Set();
        _due.Set();
    }

    public void Dispose()
    {
        Abort();
        _timer.Dispose();
    }

    /// <summary>Waits until the next frame's time has come; frames whose successor is due already are left out.</summary>
    private void WaitForNext()
    {
        var due = (long)Math.Floor(_time.GetElapsedTime(_opened).TotalSeconds * _options.FramesPerSecond);
        _next = Math.Max(_next, due);
        while (!_aborted.IsSet)
        {
            var left = TimeSpan.FromSeconds(_next / _options.FramesPerSecond) - _time.GetElapsedTime(_opened);
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            _due.Reset();
            _timer.Change(left, Timeout.InfiniteTimeSpan);
            if (!_aborted.IsSet)
            {
                _due.Wait();
            }
        }
    }
}
