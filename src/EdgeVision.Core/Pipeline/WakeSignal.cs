namespace EdgeVision.Core.Pipeline;

/// <summary>
/// Wakes one waiting thread; a signal given while it is awake is kept. Needs no disposal, so that a completion that
/// comes after the end meets nothing closed.
/// </summary>
internal sealed class WakeSignal
{
    private readonly object _gate = new();
    private bool _set;

    public void Set()
    {
        lock (_gate)
        {
            _set = true;
            Monitor.Pulse(_gate);
        }
    }

    public void Wait()
    {
        lock (_gate)
        {
            while (!_set)
            {
                Monitor.Wait(_gate);
            }

            _set = false;
        }
    }
}
