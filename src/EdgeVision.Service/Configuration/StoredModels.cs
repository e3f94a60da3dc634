using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;

namespace EdgeVision.Service.Configuration;

/// <summary>The model store as the configuration's rules see it.</summary>
public sealed class StoredModels(ModelStore store) : IModelCatalog
{
    public IReadOnlyList<string> Names { get; } = [.. store.Manifests.Select(manifest => manifest.Name)];

    public CatalogAnswer Find(string nameOrPath)
    {
        // A name that no manifest has is the rule's to explain; a path that leads nowhere says so itself.
        if (!Path.IsPathFullyQualified(nameOrPath) && !Names.Contains(nameOrPath) && !store.Broken.ContainsKey(nameOrPath))
        {
            return new CatalogAnswer(null);
        }

        try
        {
            return new CatalogAnswer(Describe(store.Describe(nameOrPath), nameOrPath));
        }
        catch (FaultException failure)
        {
            return new CatalogAnswer(null, Words(failure.Fault));
        }
    }

    public string? Distrust(string nameOrPath, TrustedKeys keys)
    {
        try
        {
            return keys.Refusal(store.Describe(nameOrPath)) is { } refusal ? Words(refusal) : null;
        }
        catch (FaultException failure)
        {
            return Words(failure.Fault);
        }
    }

    private static string Words(Fault fault) => fault.Remedy.Length == 0 ? fault.What : $"{fault.What}; {fault.Remedy}";

    private CatalogModel Describe(ModelManifest manifest, string nameOrPath)
    {
        var remedy = manifest.Source is null
            ? $"put {manifest.File} beside its manifest, or set {ModelFolders.AssetsVariable}"
            : $"run: edgevision models pull {manifest.Name}";
        var isModelFile = nameOrPath.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);
        return new CatalogModel(manifest.Name, nameOrPath, isModelFile ? nameOrPath : store.Locate(manifest), manifest.Classes.Names, remedy);
    }
}
