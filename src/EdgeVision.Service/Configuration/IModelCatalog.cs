using EdgeVision.Inference.Models.Signing;

namespace EdgeVision.Service.Configuration;

/// <summary>The models a configuration may name.</summary>
public interface IModelCatalog
{
    /// <summary>Names of all manifests, for suggestions.</summary>
    IReadOnlyList<string> Names { get; }

    /// <param name="nameOrPath">A manifest's name, or the absolute path of a manifest, its folder or a model file.</param>
    CatalogAnswer Find(string nameOrPath);

    /// <summary>Why a model that was found is not signed as it must be; null when it is.</summary>
    /// <param name="nameOrPath">As for <see cref="Find"/>.</param>
    /// <param name="keys">The keys that count.</param>
    string? Distrust(string nameOrPath, TrustedKeys keys);
}
