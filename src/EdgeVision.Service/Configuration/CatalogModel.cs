namespace EdgeVision.Service.Configuration;

/// <summary>A model that has a sound manifest.</summary>
/// <param name="Name">The manifest's name.</param>
/// <param name="Reference">What the model store loads it by: its name, or an absolute path.</param>
/// <param name="FilePath">Path of the model file; null when it is not on this machine.</param>
/// <param name="Labels">Names of its classes.</param>
/// <param name="Remedy">What to do when the file is not there, such as "run: edgevision models pull NAME".</param>
public sealed record CatalogModel(string Name, string Reference, string? FilePath, IReadOnlyList<string> Labels, string Remedy);
