using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>The models behind the shipped manifests: those of the repository itself, and those of the assets folder.</summary>
internal static class RealModels
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    public static VerifiedModel Need(string name)
    {
        if (name == ShippedModel.Name)
        {
            ShippedModel.Need();
        }

        var manifest = Store.Find(name);
        return ModelVerification.Read(manifest, Store.Locate(manifest) ?? TestAssets.Need("models", manifest.File));
    }

    public static Detector Open(string name, DetectorOptions? options = null) => Open(Need(name), options);

    public static Detector Open(VerifiedModel model, DetectorOptions? options = null) =>
        new DetectorFactory(Ort.Need(), TimeProvider.System).Open(model, options);
}
