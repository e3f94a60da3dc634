namespace EdgeVision.Core.Pipeline;

/// <summary>A wait that a TimeProvider measures and a token cuts short.</summary>
internal sealed class PauseTimer : IDisposable
{
    private readonly ManualResetEventSlim _over = new(false);
    private readonly ITimer _timer;

    public PauseTimer(TimeProvider time, TimeSpan pause) =>
        _timer = time.CreateTimer(_ => _over.Set(), null, pause, Timeout.InfiniteTimeSpan);

    public void Wait(CancellationToken cancellation)
    {
        try
        {
            _over.Wait(cancellation);
        }
        catch (OperationCanceledException)
        {
            // The caller looks at its token.
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _over.Dispose();
    }
}
