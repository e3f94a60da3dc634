namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>The shared memory and where the tensors lie in it.</summary>
/// <param name="Path">Of the file; the worker takes the name away once it has mapped it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Slots">Each slot's places.</param>
public sealed record OrderedMemory(string Path, int Bytes, IReadOnlyList<SlotPlace> Slots);
