using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>Delivers a number of frames at once, then ends, faults or hangs until aborted.</summary>
public sealed class FakeSource(int frames, FakeEnding ending, HandOver handOver = HandOver.NewestWins) : IFrameSource
{
    public static readonly FrameFormat SmallFormat = new(new PictureSize(8, 8), PixelLayout.I420);

    private readonly ManualResetEventSlim _aborted = new(false);
    private volatile bool _hangs;
    private int _read;

    /// <summary>A read waits that only an abort ends.</summary>
    public bool Hangs => _hangs;

    public string Description => "a fake";

    public Fault? Fault { get; private set; }

    public OpenedSource Open(CancellationToken cancellation) => ending == FakeEnding.Refuse
        ? throw new FaultException(new Fault(FaultCode.SourceRefused, "fake", "wrong password"))
        : new OpenedSource(SmallFormat, 10, handOver);

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = TimeSpan.FromSeconds(_read);
        if (_read++ < frames)
        {
            pixels.Fill((byte)_read);
            return ReadStatus.Frame;
        }

        if (ending == FakeEnding.End)
        {
            return ReadStatus.End;
        }

        if (ending == FakeEnding.Hang)
        {
            _hangs = true;
            _aborted.Wait();
        }

        Fault = new Fault(FaultCode.SourceCrashed, "fake", "it broke");
        return ReadStatus.Faulted;
    }

    public void Abort() => _aborted.Set();

    public void Dispose() => _aborted.Dispose();
}
