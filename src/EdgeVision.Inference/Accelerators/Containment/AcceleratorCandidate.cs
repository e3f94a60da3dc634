using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>One accelerator of an ordered list: how to open it, and how long it may take.</summary>
/// <param name="Name">Its name in the configuration, e.g. "npu".</param>
/// <param name="Provider">The execution provider, e.g. "QNN".</param>
/// <param name="Open">
/// Opens it with the model loaded; may take minutes and is called again after each failure. A <see cref="FaultException"/> is its
/// fault; one of code AcceleratorMissing or LibraryMissing says that it is not there.
/// </param>
public sealed record AcceleratorCandidate(string Name, string Provider, Func<CancellationToken, IAccelerator> Open)
{
    /// <summary>What it runs at, for results; null where nobody asks.</summary>
    public OperatingPoint? Point { get; init; }

    /// <summary>It has failed when a run takes longer; <see cref="Timeout.InfiniteTimeSpan"/> for one that watches itself.</summary>
    public TimeSpan RunLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>It has failed when opening takes longer, or its first run.</summary>
    public TimeSpan OpenLimit { get; init; } = TimeSpan.FromMinutes(10);
}
