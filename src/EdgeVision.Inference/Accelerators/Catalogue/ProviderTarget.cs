using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>A device class that a provider drives, and the options that choose it.</summary>
public sealed record ProviderTarget
{
    public required AcceleratorFamily Family { get; init; }

    /// <summary>In words: Intel integrated and Arc graphics.</summary>
    public required string What { get; init; }

    /// <summary>The options that make the provider take this class; none when it has no other.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
