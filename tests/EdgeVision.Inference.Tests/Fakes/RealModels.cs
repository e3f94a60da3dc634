using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>The models of the assets folder behind the shipped manifests.</summary>
internal static class RealModels
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    public static VerifiedModel Need(string name)
    {
        var manifest = Store.Find(name);
        return ModelVerification.Read(manifest, TestAssets.Need("models", manifest.File));
    }

    public static Detector Open(string name, DetectorOptions? options = null) => Open(Need(name), options);

    public static Detector Open(VerifiedModel model, DetectorOptions? options = null) =>
        new DetectorFactory(Ort.Need(), TimeProvider.System).Open(model, options);
}
