namespace EdgeVision.Service.Configuration;

/// <summary>What the catalog knows about a model.</summary>
/// <param name="Model">The model; null when there is none of that name, or its manifest is broken.</param>
/// <param name="Trouble">Why a manifest that is there cannot be used; null when it can, or there is none.</param>
public sealed record CatalogAnswer(CatalogModel? Model, string? Trouble = null);
