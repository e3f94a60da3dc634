using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Composition;

/// <summary>The model store as the configuration's rules see it.</summary>
internal sealed class StoreCatalog(ModelStore store) : IModelCatalog
{
    public IReadOnlyList<string> Names => [.. store.Manifests.Select(manifest => manifest.Name)];

    public CatalogAnswer Find(string nameOrPath)
    {
        try
        {
            var manifest = store.Describe(nameOrPath);
            var remedy = manifest.Source is null
                ? $"put {manifest.File} beside its manifest, or set {ModelFolders.AssetsVariable}"
                : $"run: edgevision models pull {manifest.Name}";
            return new CatalogAnswer(new CatalogModel(manifest.Name, nameOrPath, store.Locate(manifest) ?? FileOf(nameOrPath), manifest.Classes.Names, remedy));
        }
        catch (FaultException failure) when (failure.Fault.Code == FaultCode.ModelMissing)
        {
            return new CatalogAnswer(null);
        }
        catch (FaultException failure)
        {
            return new CatalogAnswer(null, failure.Fault.What);
        }
    }

    private static string? FileOf(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && File.Exists(path) ? path : null;
}
