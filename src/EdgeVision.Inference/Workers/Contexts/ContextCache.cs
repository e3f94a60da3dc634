using System.Text.Json;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>
/// What providers compiled, in a folder for each key. A folder comes into its place by one rename; what was damaged or refused is
/// set aside for who wants to look. Several processes may use it at once.
/// </summary>
/// <param name="folder">Made when it is needed.</param>
/// <param name="mostBytes">Of all that is kept; the longest unused goes first.</param>
/// <param name="time">The clock of the last use.</param>
public sealed class ContextCache(string folder, long mostBytes, TimeProvider time)
{
    internal const string ModelFile = "model.onnx";
    internal const string EntryFile = "entry.json";
    private const string UserPrefix = "loading-";
    private const string AsideSuffix = ".aside";
    private const string DraftSuffix = ".draft";

    /// <summary>What was kept under a key, or null. What cannot be used is set aside.</summary>
    /// <param name="key">All that it depends on.</param>
    /// <param name="notes">Takes what was wrong with it.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public KeptContext? Find(ContextKey key, ICollection<string> notes)
    {
        ArgumentNullException.ThrowIfNull(key);
        var place = PlaceOf(key);
        if (!Directory.Exists(place))
        {
            return null;
        }

        if (Directory.EnumerateFiles(place, UserPrefix + "*").Any(static user => !ProcessStamp.IsAlive(user)))
        {
            SetAside(key, "the last load from it did not come to its end", notes);
            return null;
        }

        try
        {
            var kept = Read(key, place);
            Touch(place);
            return kept;
        }
        catch (Exception damage) when (damage is IOException or JsonException or InvalidDataException)
        {
            SetAside(key, damage.Message, notes);
            return null;
        }
    }

    /// <summary>Marks it as being loaded from, until disposed: whoever finds the mark of a process that is no more will not load from it.</summary>
    public IDisposable Use(ContextKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ContextUse(Path.Combine(PlaceOf(key), UserPrefix + ProcessStamp.Own));
    }

    /// <summary>Begins to keep something.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public ContextDraft Draft(ContextKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        PrivateFolder.Make(folder);
        foreach (var left in Directory.EnumerateDirectories(folder, "*" + DraftSuffix).Where(static draft => !ProcessStamp.IsAlive(draft)).ToList())
        {
            PrivateFolder.Remove(left);
        }

        return new ContextDraft(key, Path.Combine(folder, $"{key.Name}-{ProcessStamp.Own}{DraftSuffix}"), PlaceOf(key));
    }

    /// <summary>A folder for a provider that keeps files of its own.</summary>
    /// <param name="key">All that these depend on.</param>
    /// <param name="notes">Takes what was wrong with what was there.</param>
    /// <param name="wasThere">Whether an earlier load left something in it.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public string FolderOf(ContextKey key, ICollection<string> notes, out bool wasThere)
    {
        var place = PlaceOf(key);
        if (Find(key, notes) is null)
        {
            using var draft = Draft(key);
            draft.Keep(placement: null);
        }

        wasThere = Directory.EnumerateFileSystemEntries(place).Any(static entry => Path.GetFileName(entry) != EntryFile);
        return place;
    }

    /// <summary>Takes it out of the way, in place of what was set aside before under this key.</summary>
    public void SetAside(ContextKey key, string why, ICollection<string> notes)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(notes);
        var aside = PlaceOf(key) + AsideSuffix;
        PrivateFolder.Remove(aside);
        try
        {
            Directory.Move(PlaceOf(key), aside);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was quicker.
        }

        notes.Add($"what was compiled earlier is set aside as {aside} and compiled anew: {why}");
    }

    /// <summary>Removes what was set aside, then the longest unused, until the rest fits.</summary>
    /// <param name="key">What was used just now.</param>
    /// <param name="notes">Takes what was removed although it was just kept.</param>
    public void Bound(ContextKey key, ICollection<string> notes)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(notes);
        var places = new DirectoryInfo(folder).EnumerateDirectories()
            .Where(static one => !one.Name.EndsWith(DraftSuffix, StringComparison.Ordinal))
            .OrderBy(one => one.Name == key.Name).ThenByDescending(static one => one.Name.EndsWith(AsideSuffix, StringComparison.Ordinal)).ThenBy(static one => one.LastWriteTimeUtc)
            .Select(static one => (one.FullName, Bytes: PrivateFolder.BytesOf(one.FullName))).ToList();
        var sum = places.Sum(static one => one.Bytes);
        foreach (var (path, bytes) in places.TakeWhile(_ => sum > mostBytes))
        {
            PrivateFolder.Remove(path);
            sum -= bytes;
            if (path == PlaceOf(key))
            {
                notes.Add($"what was compiled is not kept: it has {bytes} bytes, and {mostBytes} are allowed");
            }
        }
    }

    private static KeptContext Read(ContextKey key, string place)
    {
        var entry = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(place, EntryFile)), ContextJson.Default.ContextEntry);
        if (entry?.Key != key.Text || entry is { Sha256: null } or { Placement.Left: null })
        {
            throw new InvalidDataException("it says that it was compiled for something else");
        }

        if (entry.Sha256.Length == 0)
        {
            return new KeptContext(null, null);
        }

        var model = File.ReadAllBytes(Path.Combine(place, ModelFile));
        return ModelVerification.Hash(model) == entry.Sha256 ? new KeptContext(model, entry.Placement) : throw new InvalidDataException("its bytes are not those that were written");
    }

    private void Touch(string place) => Directory.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);

    private string PlaceOf(ContextKey key) => Path.Combine(folder, key.Name);
}
