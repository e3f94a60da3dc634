using EdgeVision.Inference.Accelerators.Placement;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>What an earlier load kept.</summary>
/// <param name="Model">The model with the provider's program in it; null where it was found out that there is none to keep.</param>
/// <param name="Placement">What of the model the provider ran then.</param>
public sealed record KeptContext(ReadOnlyMemory<byte>? Model, PlacementSummary? Placement);
