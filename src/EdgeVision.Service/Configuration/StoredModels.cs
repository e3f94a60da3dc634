using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Configuration;

/// <summary>The models of this machine's store, as a configuration may name them.</summary>
public sealed class StoredModels(ModelStore store) : IModelCatalog
{
    public IReadOnlyList<string> Names { get; } = [.. store.Manifests.Select(m => m.Name)];

    public CatalogAnswer Find(string nameOrPath)
    {
        if (Path.IsPathFullyQualified(nameOrPath))
        {
            return Try(() => Describe(store.Load(nameOrPath), nameOrPath));
        }

        return Names.Contains(nameOrPath) || store.Broken.ContainsKey(nameOrPath)
            ? Try(() => Describe(store.Find(nameOrPath)))
            : new CatalogAnswer(null);
    }

    private static CatalogAnswer Try(Func<CatalogModel> describe)
    {
        try
        {
            return new CatalogAnswer(describe());
        }
        catch (FaultException exception)
        {
            var fault = exception.Fault;
            return new CatalogAnswer(null, fault.Remedy.Length == 0 ? fault.What : $"{fault.What}; {fault.Remedy}");
        }
    }

    private static CatalogModel Describe(VerifiedModel model, string path)
        => new(model.Manifest.Name, path, model.Path, model.Manifest.Classes.Names, "");

    private CatalogModel Describe(ModelManifest manifest)
    {
        var remedy = manifest.Source is null
            ? $"put {manifest.File} beside its manifest, or set {ModelFolders.AssetsVariable}"
            : $"run: edgevision models pull {manifest.Name}";
        return new CatalogModel(manifest.Name, manifest.Name, store.Locate(manifest), manifest.Classes.Names, remedy);
    }
}
