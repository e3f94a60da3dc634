using EdgeVision.Native.Linux;

namespace EdgeVision.Service.Benching;

/// <summary>
/// Wakes its thread at a steady rate, with one wait in the kernel and no other thread: path and floor are paced by the same means,
/// and it costs either as little as it can.
/// </summary>
internal sealed class PaceTimer : IDisposable
{
    private readonly double _fps;
    private readonly KernelTimer _timer = new();
    private readonly DescriptorWait _wait;
    private readonly Lock _gate = new();
    private readonly long _started;
    private volatile bool _cancelled;
    private bool _disposed;
    private long _next;

    /// <param name="fps">Beats per second, above 0; the first is now.</param>
    public PaceTimer(double fps)
    {
        _fps = fps;
        _wait = new DescriptorWait(_timer.Handle);
        _started = TimeProvider.System.GetTimestamp();
    }

    /// <summary>Waits for the next beat; those that were missed are left out.</summary>
    /// <param name="beat">Its number, from 0.</param>
    /// <returns>False once cancelled.</returns>
    public bool Wait(out long beat)
    {
        _next = Math.Max(_next, (long)Math.Floor(Elapsed.TotalSeconds * _fps));
        while (!_cancelled && TimeSpan.FromSeconds(_next / _fps) - Elapsed is var left && left > TimeSpan.Zero)
        {
            lock (_gate)
            {
                _timer.Arm(_cancelled ? TimeSpan.Zero : left);
            }

            _wait.Wait();
            _timer.TryTake();
        }

        beat = _next++;
        return !_cancelled;
    }

    /// <summary>Ends the wait. From any thread, also after Dispose.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _cancelled = true;
            if (!_disposed)
            {
                _timer.Arm(TimeSpan.Zero);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _wait.Dispose();
        _timer.Dispose();
    }

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_started);
}
