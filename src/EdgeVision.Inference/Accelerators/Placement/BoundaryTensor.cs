namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>A tensor that one provider makes and another reads: it is handed over, or copied, in each run.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="From">The provider that makes it; the CPU for the graph's inputs.</param>
/// <param name="To">The provider that reads it; the CPU for the graph's outputs.</param>
/// <param name="Bytes">Its size; null where its shape is open.</param>
public sealed record BoundaryTensor(string Name, string From, string To, long? Bytes);
