using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>Where and how a worker keeps what its provider compiled.</summary>
/// <param name="Folder">Of all that is kept on this device.</param>
/// <param name="Form">In what form the provider gives it away.</param>
/// <param name="Options">Provider options by which it keeps files of its own; {folder} in a value stands for their folder.</param>
public sealed record ContextPlan(string Folder, CompiledForm Form, IReadOnlyDictionary<string, string> Options)
{
    private const string FolderName = "contexts";

    /// <summary>Bytes in the whole folder; the longest unused go when it is more.</summary>
    public long MostBytes { get; init; } = 512L << 20;

    /// <summary>
    /// What the catalogue says of a provider. One that it does not know is a vendor's plug-in and is asked for EPContext nodes; that it has
    /// none is found out by one load and remembered.
    /// </summary>
    /// <param name="stateFolder">Where the device keeps what it learns.</param>
    /// <param name="provider">The provider's name.</param>
    /// <returns>Null where nothing can be kept.</returns>
    public static ContextPlan? For(string stateFolder, string provider)
    {
        var folder = Path.Combine(stateFolder, FolderName);
        return ProviderCatalogue.Find(provider) is { } entry
            ? entry.Compiled == CompiledForm.None ? null : new ContextPlan(folder, entry.Compiled, entry.CompiledOptions)
            : new ContextPlan(folder, CompiledForm.Context, new Dictionary<string, string>());
    }
}
