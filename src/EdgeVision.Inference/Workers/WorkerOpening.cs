using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Workers;

/// <summary>What came of opening a worker: exactly one of the two.</summary>
/// <param name="Accelerator">Ready, with the model loaded; the caller's to dispose.</param>
/// <param name="Fault">Why there is none; nothing is left of the attempt.</param>
public readonly record struct WorkerOpening(WorkerAccelerator? Accelerator, Fault? Fault);
