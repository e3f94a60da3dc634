using System.Text.RegularExpressions;
using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Quantizing;

/// <summary>Where a quantized model goes, and what it is called.</summary>
/// <param name="Folder">Absolute; the manifest lies in it.</param>
/// <param name="Name">The model's.</param>
/// <param name="SharesFolder">Other models may lie in the folder, so that every file bears the model's name.</param>
public sealed partial record OutputPlace(string Folder, string Name, bool SharesFolder = false)
{
    private const string Ending = ".onnx";
    private const string RejectedEnding = "-rejected";

    // Leaves room for the ending of a rejected one within the 64 letters of a model's name.
    private const int LongestName = 55;

    public string File => Name + Ending;

    public string Model => Path.Combine(Folder, File);

    public string LabelsName => SharesFolder ? $"{Name}.labels.txt" : "labels.txt";

    public string ReportName => SharesFolder ? $"{Name}.report.json" : "report.json";

    public string PlotName => SharesFolder ? $"{Name}.report.svg" : "report.svg";

    public string ManifestName => SharesFolder ? $"{Name}.yaml" : ManifestFile.FileName;

    public string Manifest => Path.Combine(Folder, ManifestName);

    /// <summary>All that is written, the manifest last.</summary>
    public IReadOnlyList<string> Files => [File, LabelsName, ReportName, PlotName, ManifestName];

    /// <summary>The folder, or the file in a shared one, as other verbs take it: a bare word would be a model's name to them.</summary>
    public string Reference
    {
        get
        {
            var full = SharesFolder ? Model : Folder;
            var relative = Path.GetRelativePath(Environment.CurrentDirectory, full);
            return relative == "." ? "./" : relative.StartsWith("..", StringComparison.Ordinal) ? full : Path.Combine(".", relative);
        }
    }

    /// <param name="text">A folder, whose name is the model's; or a path that ends in .onnx.</param>
    /// <exception cref="FormatException">The name is none that a model may have.</exception>
    public static OutputPlace Parse(string text)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        var isFile = path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
        var name = isFile ? Path.GetFileName(path)[..^Ending.Length] : Path.GetFileName(path);
        if (!ModelName().IsMatch(name))
        {
            var tidy = Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-', '.');
            tidy = tidy[..Math.Min(tidy.Length, LongestName)];
            throw new FormatException(
                $"--output: '{name}' cannot be a model's name; use small letters, digits, '-' and '.', at most {LongestName}"
                + (ModelName().IsMatch(tidy) ? $", such as {tidy}" : ""));
        }

        var folder = isFile ? Path.GetDirectoryName(path)! : path;
        return new OutputPlace(folder, name, SharesFolder: Path.GetFileName(folder) != name);
    }

    /// <summary>Where a model goes that the gate refused: beside an output folder, or in a folder of its own beside an output file.</summary>
    public OutputPlace Rejected()
    {
        var name = Name + RejectedEnding;
        return new OutputPlace(Path.Combine(SharesFolder ? Folder : Path.GetDirectoryName(Folder)!, name), name);
    }

    /// <param name="source">The float model, which is never overwritten.</param>
    /// <param name="force">Other files may be.</param>
    /// <exception cref="OutputTakenException">Something is there.</exception>
    public void CheckFree(VerifiedModel source, bool force)
    {
        if (System.IO.File.Exists(Folder))
        {
            throw new OutputTakenException($"--output: {Folder} is a file; name a folder, or a path that ends in {Ending}");
        }

        var own = new[] { source.Path, source.Manifest.Path }.Where(path => path.Length > 0).Select(Path.GetFullPath).ToArray();
        if (own.Contains(Model, StringComparer.Ordinal) || own.Contains(Manifest, StringComparer.Ordinal))
        {
            throw new OutputTakenException($"--output: {Folder} holds the float model itself, which is kept; name another {(SharesFolder ? "file" : "folder")}");
        }

        var taken = Files.Where(file => System.IO.File.Exists(Path.Combine(Folder, file))).ToArray();
        if (taken.Length > 0 && !force)
        {
            throw new OutputTakenException($"--output: {Folder} has {string.Join(", ", taken)} already; name another {(SharesFolder ? "file" : "folder")}, or add --force to replace them");
        }
    }

    /// <summary>Tries it, so that minutes of work do not end at a folder that cannot be written.</summary>
    /// <exception cref="OutputUnwritableException">It cannot.</exception>
    public void CheckWritable()
    {
        var nearest = Folder;
        while (!Directory.Exists(nearest))
        {
            nearest = Path.GetDirectoryName(nearest)!;
        }

        var probe = Path.Combine(nearest, $".{Name}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OutputUnwritableException(
                $"--output: nothing can be written in {nearest}{OutputUnwritableException.Reason(refused)}; name a place where you may write", refused);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,54}\z")]
    private static partial Regex ModelName();

    [GeneratedRegex("[^a-z0-9.-]+")]
    private static partial Regex Unfit();
}
