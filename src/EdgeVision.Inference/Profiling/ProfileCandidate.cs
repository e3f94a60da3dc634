using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;

namespace EdgeVision.Inference.Profiling;

/// <summary>Something that can be measured: an operating point and the way to open it.</summary>
/// <param name="Point">What it is.</param>
/// <param name="Family">What it runs on.</param>
/// <param name="Open">Loads it, its first run included; throws FaultException where it does not load. The runner disposes it.</param>
public sealed record ProfileCandidate(OperatingPoint Point, AcceleratorFamily Family, Func<IAccelerator> Open)
{
    /// <summary>Process ids of its workers while it is open: their time and memory count too.</summary>
    public Func<IReadOnlyList<int>> Workers { get; init; } = static () => [];

    /// <summary>
    /// Whether its work is all in its workers, so that the time of this process is not counted: that may have cameras to serve
    /// meanwhile. What is left out is handing frames over, some tenths of a millisecond.
    /// </summary>
    public bool WorksOutside { get; init; }
}
