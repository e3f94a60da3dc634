using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>
/// Loads a model from what an earlier load kept, or from itself and keeps it. Whatever is wrong with what was kept or with its folder
/// costs time only: the model loads as it would without.
/// </summary>
/// <param name="plan">Where and how it is kept.</param>
/// <param name="key">All that it depends on.</param>
/// <param name="open">Throws what is wrong with model or provider.</param>
/// <param name="time">The clock of the last use.</param>
internal sealed class ContextLoad(ContextPlan plan, ContextKey key, ContextLoad.Opening open, TimeProvider time)
{
    private const string FolderMark = "{folder}";

    private readonly ContextCache _cache = new(plan.Folder, plan.MostBytes, time);
    private readonly List<string> _notes = [];
    private PlacementSummary? _placement;
    private bool _isOpen;

    /// <summary>Opens and first runs a session; called again where that fails with what was kept.</summary>
    /// <param name="compiled">What was kept, in place of the model; null for the model.</param>
    /// <param name="options">How to build the session.</param>
    /// <returns>What of the model the provider runs.</returns>
    public delegate PlacementSummary? Opening(ReadOnlyMemory<byte>? compiled, OrtSessionOptions options);

    /// <param name="options">How to build the session without anything kept.</param>
    /// <returns>What the service should know of it.</returns>
    public LoadedReport Run(OrtSessionOptions options)
    {
        var way = LoadWay.Plain;
        try
        {
            way = plan.Form == CompiledForm.Folder ? RunInFolder(options) : RunWithContext(options);
            _cache.Bound(key, _notes);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _notes.Add($"nothing is kept in {plan.Folder}: {refused.Message}");
            if (!_isOpen)
            {
                Open(null, options);
            }
        }

        return new LoadedReport(_placement) { Way = way, Notes = _notes };
    }

    private void Open(ReadOnlyMemory<byte>? compiled, OrtSessionOptions options)
    {
        _isOpen = false;
        _placement = open(compiled, options);
        _isOpen = true;
    }

    private LoadWay RunInFolder(OrtSessionOptions options)
    {
        var folder = _cache.FolderOf(key, _notes, out var wasThere);
        var all = new Dictionary<string, string>(options.ProviderOptions);
        foreach (var (name, value) in plan.Options)
        {
            // What the device's configuration says of it stands.
            all.TryAdd(name, value.Replace(FolderMark, folder, StringComparison.Ordinal));
        }

        using (_cache.Use(key))
        {
            Open(null, options with { ProviderOptions = all });
        }

        return wasThere ? LoadWay.Restored : LoadWay.Kept;
    }

    private LoadWay RunWithContext(OrtSessionOptions options)
    {
        if (_cache.Find(key, _notes) is { } kept)
        {
            if (kept.Model is null)
            {
                Open(null, options);
                return LoadWay.Plain;
            }

            if (Restored(kept, options))
            {
                return LoadWay.Restored;
            }
        }

        using var draft = _cache.Draft(key);
        try
        {
            Open(null, options with { ConfigEntries = WithContext(options.ConfigEntries, draft.ModelPath) });
        }
        catch (Exception refusal) when (WordsOf(refusal).Contains("context", StringComparison.OrdinalIgnoreCase))
        {
            _notes.Add($"the provider gives away nothing to keep: {WordsOf(refusal)}");
            File.Delete(draft.ModelPath);
            Open(null, options);
        }

        return draft.Keep(_placement) ? LoadWay.Kept : LoadWay.Plain;
    }

    private bool Restored(KeptContext kept, OrtSessionOptions options)
    {
        try
        {
            using (_cache.Use(key))
            {
                Open(kept.Model, options);
                _placement = kept.Placement ?? _placement;
            }

            return true;
        }
        catch (Exception refusal) when (refusal is FaultException or OrtException)
        {
            _cache.SetAside(key, WordsOf(refusal), _notes);
            return false;
        }
    }

    private static Dictionary<string, string> WithContext(IReadOnlyDictionary<string, string> entries, string path) => new(entries)
    {
        ["ep.context_enable"] = "1",
        ["ep.context_file_path"] = path,

        // One file, and loaded from bytes that were hashed: nothing is looked up beside it.
        ["ep.context_embed_mode"] = "1",
    };

    private static string WordsOf(Exception refusal) =>
        refusal is FaultException { Fault: var fault } ? fault.Tail.Length > 0 ? fault.Tail : fault.What : refusal.Message;
}
