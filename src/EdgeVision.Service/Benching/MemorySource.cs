using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Benching;

/// <summary>A camera that costs one copy a frame: frames in memory, as fast as they are taken or at a steady rate.</summary>
/// <param name="frames">What it shows.</param>
/// <param name="fps">Null for as fast as they are taken.</param>
internal sealed class MemorySource(BenchFrames frames, double? fps) : IFrameSource
{
    private const double NominalFps = 10;

    private readonly PaceTimer? _pace = fps is { } rate ? new PaceTimer(rate) : null;
    private volatile bool _aborted;
    private long _next;

    public string Description => "frames in memory";

    public Fault? Fault { get; private set; }

    public OpenedSource Open(CancellationToken cancellation) =>
        new(frames.Format, fps ?? NominalFps, fps is null ? HandOver.EveryFrame : HandOver.NewestWins);

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        var number = _next;
        var goesOn = _pace?.Wait(out number) ?? true;
        _next = number + 1;
        mediaTime = TimeSpan.FromSeconds(number / (fps ?? NominalFps));
        if (!goesOn || _aborted)
        {
            Fault = new Fault(FaultCode.SourceEnded, Description, "cut off by this program");
            return ReadStatus.Faulted;
        }

        frames[number].CopyTo(pixels);
        return ReadStatus.Frame;
    }

    public void Abort()
    {
        _aborted = true;
        _pace?.Cancel();
    }

    public void Dispose()
    {
        Abort();
        _pace?.Dispose();
    }
}
