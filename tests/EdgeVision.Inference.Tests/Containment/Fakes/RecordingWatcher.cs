using System.Collections.Concurrent;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>Keeps what it is told.</summary>
internal sealed class RecordingWatcher : IAcceleratorWatcher
{
    public ConcurrentQueue<AcceleratorStatus> States { get; } = new();

    public ConcurrentQueue<(string From, string To)> Changes { get; } = new();

    public ConcurrentQueue<Fault> Faults { get; } = new();

    public void OnState(AcceleratorStatus status) => States.Enqueue(status);

    public void OnActive(string from, string to) => Changes.Enqueue((from, to));

    public void OnFault(Fault fault) => Faults.Enqueue(fault);

    public AcceleratorState[] StatesOf(string name) =>
        [.. States.Where(status => status.Name == name).Select(status => status.State)];
}
