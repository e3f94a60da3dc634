using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators.Containment;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>Passes on what happens to accelerators: faults at once, and that something changed a moment later, once for all of it.</summary>
internal sealed class AcceleratorNews : IAcceleratorWatcher, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<IResultSink> _sinks;
    private readonly ITimer _timer;

    /// <param name="sinks">Get the faults.</param>
    /// <param name="changed">Called when states changed, on a thread of the pool.</param>
    /// <param name="time">The clock.</param>
    public AcceleratorNews(IReadOnlyList<IResultSink> sinks, Action changed, TimeProvider time)
    {
        _sinks = sinks;
        _timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void OnState(AcceleratorStatus status) => Tell();

    public void OnActive(string from, string to) => Tell();

    public void OnFault(Fault fault)
    {
        foreach (var sink in _sinks)
        {
            sink.OnFault(fault);
        }
    }

    /// <summary>Something else changed that is told together with this.</summary>
    public void Tell() => _timer.Change(Moment, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
