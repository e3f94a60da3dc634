namespace EdgeVision.Service.Configuration;

/// <summary>The models a configuration may name.</summary>
public interface IModelCatalog
{
    /// <summary>Names of all manifests, for suggestions.</summary>
    IReadOnlyList<string> Names { get; }

    /// <param name="nameOrPath">A manifest's name, or the absolute path of a manifest, its folder or a model file.</param>
    CatalogAnswer Find(string nameOrPath);
}
