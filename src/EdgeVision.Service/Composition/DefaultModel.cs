using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Composition;

/// <summary>The model that is used when none is named.</summary>
public static class DefaultModel
{
    // The one this repository ships first, so that every machine starts with the same; the last can be fetched by anyone.
    private static readonly string[] Preferred = ["street-s-int8", "yolox-nano", "fastestdet"];

    /// <summary>The best whose file is on this machine; null when none is.</summary>
    public static string? Present(ModelStore store) =>
        Preferred.FirstOrDefault(name => Find(store, name) is { } manifest && store.Locate(manifest) is not null);

    /// <summary>The best that can be fetched from an official place.</summary>
    public static string Fetchable(ModelStore store) =>
        Preferred.FirstOrDefault(name => Find(store, name)?.Source is not null) ?? Preferred[0];

    /// <summary>What to name when a message or a run needs one.</summary>
    public static string Name(ModelStore store) =>
        Present(store) ?? Preferred.FirstOrDefault(name => Find(store, name) is not null) ?? Preferred[0];

    private static ModelManifest? Find(ModelStore store, string name) => store.Manifests.FirstOrDefault(manifest => manifest.Name == name);
}
