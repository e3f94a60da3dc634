namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>One file of the catalogue.</summary>
internal sealed record CatalogueFile
{
    public IReadOnlyList<ProviderEntry> Providers { get; init; } = [];

    public IReadOnlyList<KnownDevice> Devices { get; init; } = [];
}
