using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Service.Configuration.Options;

namespace EdgeVision.Service.Configuration;

/// <summary>What the word under provider means. cpu is both a family and a provider, and here the provider.</summary>
internal sealed class AcceleratorName
{
    private static readonly Dictionary<string, AcceleratorFamily> Families =
        Enum.GetValues<AcceleratorFamily>().ToDictionary(family => Yaml.Binding.Spelled.Key(family.ToString()), StringComparer.OrdinalIgnoreCase);

    public AcceleratorName(string written)
    {
        Provider = ProviderCatalogue.Find(written);
        Family = Provider is null && Families.TryGetValue(written, out var family) ? family : null;
        IsAuto = written.Equals(AcceleratorOptions.Auto, StringComparison.OrdinalIgnoreCase);
        Spelled = Provider?.Name ?? (IsAuto || Family is not null ? written.ToLowerInvariant() : written);
    }

    /// <summary>Every word that is known.</summary>
    public static IEnumerable<string> All { get; } =
        [AcceleratorOptions.Auto, .. Families.Keys, .. ProviderCatalogue.Providers.Select(provider => provider.Name)];

    public ProviderEntry? Provider { get; }

    public AcceleratorFamily? Family { get; }

    public bool IsAuto { get; }

    public string Spelled { get; }

    /// <summary>False for what can only be a plug-in's own name.</summary>
    public bool IsKnown => IsAuto || Provider is not null || Family is not null;
}
