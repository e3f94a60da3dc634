namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>Where a slot's tensors begin, in bytes from the start of the shared memory; multiples of 64.</summary>
/// <param name="Input">The input.</param>
/// <param name="Outputs">The outputs in the order's order.</param>
public sealed record SlotPlace(int Input, IReadOnlyList<int> Outputs);
