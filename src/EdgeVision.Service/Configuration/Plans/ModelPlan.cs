namespace EdgeVision.Service.Configuration.Plans;

/// <summary>A model and how it is used.</summary>
/// <param name="Alias">Its name under models.</param>
/// <param name="Model">The model, whose file is there.</param>
/// <param name="Score">Least score, 0 to 1; null for the manifest's.</param>
/// <param name="Nms">Overlap from which the weaker box is dropped, 0 to 1; null for the manifest's.</param>
public sealed record ModelPlan(string Alias, CatalogModel Model, double? Score, double? Nms);
