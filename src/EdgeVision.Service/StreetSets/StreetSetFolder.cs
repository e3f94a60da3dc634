using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.StreetSets;

/// <summary>Where a labelled set goes: `images/SEED-FRAME.jpg` and `instances.json`, which is written last.</summary>
public sealed class StreetSetFolder(string path)
{
    private string Images => Path.Combine(path, "images");

    private string Labels => Path.Combine(path, "instances.json");

    /// <summary>Makes the folder, and takes away an older set that may be replaced; other files stay.</summary>
    /// <exception cref="OutputTakenException">It is not empty and may not be replaced.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public void Prepare(bool replace)
    {
        if (File.Exists(path))
        {
            throw new OutputTakenException($"{path} is a file; name a folder");
        }

        if (!replace && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new OutputTakenException($"{path} is not empty; name another folder, or add --force to replace the set in it");
        }

        Directory.CreateDirectory(Images);
        File.Delete(Labels);
        foreach (var old in Directory.EnumerateFiles(Images, "*.jpg"))
        {
            File.Delete(old);
        }
    }

    /// <summary>Stores a picture; from any thread.</summary>
    public void Store(string name, ReadOnlySpan<byte> jpeg)
    {
        using var file = File.Create(Path.Combine(Images, name));
        file.Write(jpeg);
    }

    /// <summary>Stores the labels under their name only when they are whole.</summary>
    public void StoreLabels(Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var part = Labels + ".part";
        using (var file = File.Create(part))
        {
            write(file);
        }

        File.Move(part, Labels, overwrite: true);
    }
}
