namespace EdgeVision.Service.Configuration;

/// <summary>A model that has a sound manifest.</summary>
/// <param name="Name">The manifest's name.</param>
/// <param name="ManifestPath">Absolute path of the manifest.</param>
/// <param name="FilePath">Absolute path of the model file; null when it is not on this machine.</param>
/// <param name="Labels">Names of its classes.</param>
/// <param name="Remedy">What to do when the file is not there, such as "run: edgevision models pull NAME".</param>
public sealed record CatalogModel(string Name, string ManifestPath, string? FilePath, IReadOnlyList<string> Labels, string Remedy);
