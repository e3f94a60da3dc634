using System.Text.Json;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>What is about to be kept, in a folder that no other load looks into. Gone with Dispose unless it was kept.</summary>
public sealed class ContextDraft : IDisposable
{
    private readonly ContextKey _key;
    private readonly string _folder;
    private readonly string _place;

    internal ContextDraft(ContextKey key, string folder, string place)
    {
        (_key, _folder, _place) = (key, folder, place);

        // Left by a draft of this process that did not come to its end: the runtime writes over nothing.
        PrivateFolder.Remove(folder);
        PrivateFolder.Make(folder);
    }

    /// <summary>Where the runtime writes the model; there is none yet.</summary>
    public string ModelPath => Path.Combine(_folder, ContextCache.ModelFile);

    /// <summary>Puts it in place, or remembers that there was nothing to keep.</summary>
    /// <param name="placement">What of the model the provider runs.</param>
    /// <returns>Whether there was a model.</returns>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public bool Keep(PlacementSummary? placement)
    {
        var hash = File.Exists(ModelPath) ? ModelVerification.Hash(File.ReadAllBytes(ModelPath)) : "";
        var entry = JsonSerializer.SerializeToUtf8Bytes(new ContextEntry(_key.Text, hash, placement), ContextJson.Default.ContextEntry);
        File.WriteAllBytes(Path.Combine(_folder, ContextCache.EntryFile), entry);

        // Another load may have been quicker; its model is as good.
        if (!Directory.Exists(_place))
        {
            Directory.Move(_folder, _place);
        }

        return hash.Length > 0;
    }

    public void Dispose() => PrivateFolder.Remove(_folder);
}
