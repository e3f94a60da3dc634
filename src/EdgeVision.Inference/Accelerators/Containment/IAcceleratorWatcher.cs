using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Is told what happens to the accelerators of a list, in order and one call at a time, on the thread where it happened: it
/// must be quick, and must not call back. What it throws is dropped.
/// </summary>
public interface IAcceleratorWatcher
{
    /// <summary>A state or the active one changed; at each change once.</summary>
    void OnState(AcceleratorStatus status);

    /// <summary>Frames go to another accelerator from now on.</summary>
    /// <param name="from">The one before; empty at the start.</param>
    /// <param name="to">The one from now on.</param>
    void OnActive(string from, string to);

    /// <summary>
    /// An accelerator failed, in service or on its way there; the origin says what was done and what it cost. Where a frame failed on
    /// every accelerator, the last one's fault is in the frame's outcome instead.
    /// </summary>
    void OnFault(Fault fault);
}
