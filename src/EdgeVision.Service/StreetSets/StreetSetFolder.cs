using System.Text.RegularExpressions;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.StreetSets;

/// <summary>Where a labelled set goes: `images/SEED-FRAME.jpg` and `instances.json`, which is written last.</summary>
public sealed partial class StreetSetFolder(string path)
{
    private string Images => Path.Combine(path, "images");

    private string Labels => Path.Combine(path, "instances.json");

    /// <summary>Makes the folder, and takes away an older set that may be replaced; other files stay.</summary>
    /// <exception cref="OutputTakenException">It is not empty and may not be replaced, or something else stands where the set would go.</exception>
    /// <exception cref="OutputUnwritableException">It cannot be made or written.</exception>
    public void Prepare(bool replace)
    {
        try
        {
            CheckFree(replace);
            Directory.CreateDirectory(Images);
            RemoveSet();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OutputUnwritableException(
                $"{path} cannot be made or written{OutputUnwritableException.Reason(refused)}; name a folder where you may write", refused);
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

    private void CheckFree(bool replace)
    {
        if (File.Exists(path))
        {
            throw new OutputTakenException($"{path} is a file; name a folder");
        }

        if (!replace && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new OutputTakenException($"{path} is not empty; name another folder, or add --force to replace the set in it");
        }

        if (File.Exists(Images))
        {
            throw new OutputTakenException($"{Images} is a file, and the set's pictures go into a folder of that name; move it away, or name another folder");
        }

        if (Directory.Exists(Labels))
        {
            throw new OutputTakenException($"{Labels} is a folder, and the set's labels go into a file of that name; move it away, or name another folder");
        }
    }

    private void RemoveSet()
    {
        File.Delete(Labels);
        foreach (var old in Directory.GetFiles(Images).Where(static file => PictureName().IsMatch(Path.GetFileName(file))))
        {
            File.Delete(old);
        }
    }

    [GeneratedRegex(@"\A[0-9]+-[0-9]+\.jpg\z")]
    private static partial Regex PictureName();
}
