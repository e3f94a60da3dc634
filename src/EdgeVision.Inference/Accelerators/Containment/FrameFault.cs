using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>A frame's failure on one accelerator, kept until the frame has come out somewhere or nowhere.</summary>
/// <param name="Instance">Where it failed.</param>
/// <param name="Fault">How.</param>
/// <param name="Flaw">What the guard found, when it was that; another accelerator's outputs decide whether it counts.</param>
/// <param name="Started">Timestamp of the failed run's start.</param>
internal readonly record struct FrameFault(AcceleratorInstance Instance, Fault Fault, OutputFlaw? Flaw, long Started);
