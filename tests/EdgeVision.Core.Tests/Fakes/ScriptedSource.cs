using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>A source that does at each read what its script says; media time is a second a frame.</summary>
public sealed class ScriptedSource(Func<int, ReadStatus> read) : IFrameSource
{
    private int _reads;

    public Action OnOpen { get; init; } = () => { };

    public TimeSpan FirstMediaTime { get; init; }

    public string Description => "a script";

    public Fault? Fault { get; } = new(FaultCode.SourceCrashed, "script", "it broke");

    public OpenedSource Open(CancellationToken cancellation)
    {
        OnOpen();
        return new OpenedSource(FakeSource.SmallFormat, 10, HandOver.NewestWins);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = FirstMediaTime + TimeSpan.FromSeconds(_reads);
        return read(_reads++);
    }

    public void Abort()
    {
    }

    public void Dispose()
    {
    }
}
