using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Models;

/// <summary>Removes model files from the state folder, whole ones and parts of one, and nothing else. Manifests stay.</summary>
/// <param name="store">Knows the models and the state folder.</param>
public sealed class ModelRemoval(ModelStore store)
{
    /// <returns>What is gone, at least one file.</returns>
    /// <exception cref="FaultException">ModelMissing: there is no such model, or none of its files may be removed; it says why.</exception>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public IReadOnlyList<RemovedFile> Remove(string name)
    {
        var manifest = store.Find(name);
        RemovedFile[] gone =
        [
            .. store.Places(manifest).Distinct().Where(IsInState)
                .SelectMany(path => new[] { path, ModelPull.PartOf(path) })
                .Where(File.Exists).Select(Delete),
        ];
        return gone.Length > 0 ? gone : throw Elsewhere(manifest);
    }

    private bool IsInState(string path) =>
        Path.GetFullPath(path).StartsWith(Path.GetFullPath(store.Folders.Pulled) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private FaultException Elsewhere(ModelManifest manifest) => store.Locate(manifest) is { } path
        ? Refusal(
            manifest, $"its file {path} is not in the state folder {store.Folders.Pulled}",
            "nothing was removed; what models pull did not put there is yours to delete")
        : Refusal(manifest, "no file of it is on this machine", "there is nothing to remove");

    private static RemovedFile Delete(string path)
    {
        var bytes = new FileInfo(path).Length;
        File.Delete(path);
        return new RemovedFile(path, bytes);
    }

    private static FaultException Refusal(ModelManifest manifest, string what, string remedy) =>
        new(new Fault(FaultCode.ModelMissing, $"model {manifest.Name}", what, remedy));
}
