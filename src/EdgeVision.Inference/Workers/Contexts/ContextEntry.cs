using EdgeVision.Inference.Accelerators.Placement;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>What is written beside a kept model, last of all.</summary>
/// <param name="Key">All that it depends on.</param>
/// <param name="Sha256">Of the kept model; empty where the provider gives none, or keeps files of its own.</param>
/// <param name="Placement">What of the model the provider ran; the kept model does not tell it any more.</param>
internal sealed record ContextEntry(string Key, string Sha256, PlacementSummary? Placement);
