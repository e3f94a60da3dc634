using EdgeVision.Core.Faults;
using EdgeVision.Inference.Onnx;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Inference.Models;

/// <summary>Finds manifests and the files they describe. A manifest that cannot be read is kept as a problem, and the others work.</summary>
public sealed class ModelStore
{
    private const string OrPath = "; a path to an .onnx file works too";

    private readonly SortedDictionary<string, ModelManifest> _manifests = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _broken = new(StringComparer.Ordinal);

    public ModelStore(ModelFolders folders)
    {
        Folders = folders;
        foreach (var folder in folders.Manifests.Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(one => Path.Combine(one, ManifestFile.FileName)))
            {
                Read(path);
            }
        }
    }

    public ModelFolders Folders { get; }

    /// <summary>By name.</summary>
    public IReadOnlyCollection<ModelManifest> Manifests => _manifests.Values;

    /// <summary>Manifests that cannot be used: the folder's name, and every problem with file, line and column.</summary>
    public IReadOnlyDictionary<string, string> Broken => _broken;

    /// <exception cref="FaultException">ModelMissing: there is none of this name. ModelUnreadable: its manifest has problems.</exception>
    public ModelManifest Find(string name) => Find(name, "");

    /// <summary>The first place that has a manifest's file, by its name and size; null when none has.</summary>
    public string? Locate(ModelManifest manifest) => Places(manifest).FirstOrDefault(path => HasSize(path, manifest.Size));

    /// <summary>Everywhere a manifest's file is looked for, best first.</summary>
    public IEnumerable<string> Places(ModelManifest manifest) =>
        new[] { manifest.Folder }.Concat(Folders.Files).Append(Folders.Pulled).Select(folder => Path.Combine(folder, manifest.File));

    /// <summary>Reads and verifies a model.</summary>
    /// <param name="nameOrPath">A manifest's name, or the path of an .onnx file, of a manifest or of its folder; a name goes first.</param>
    /// <exception cref="FaultException">
    /// ModelMissing, ModelUnreadable (its manifest has problems) or ModelMismatch (it is not the manifest's file).
    /// </exception>
    public VerifiedModel Load(string nameOrPath)
    {
        if (IsName(nameOrPath))
        {
            return Load(Find(nameOrPath, OrPath));
        }

        var manifestPath = ManifestPath(nameOrPath);
        return manifestPath.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            ? Load(ReadManifest(manifestPath))
            : LoadFile(nameOrPath);
    }

    /// <summary>The manifest alone; of an .onnx file by its hash or the manifest beside it.</summary>
    /// <inheritdoc cref="Load(string)"/>
    public ModelManifest Describe(string nameOrPath)
    {
        if (IsName(nameOrPath))
        {
            return Find(nameOrPath, OrPath);
        }

        return nameOrPath.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? LoadFile(nameOrPath).Manifest : ReadManifest(ManifestPath(nameOrPath));
    }

    /// <inheritdoc cref="Load(string)"/>
    public VerifiedModel Load(ModelManifest manifest)
    {
        if (Locate(manifest) is { } path)
        {
            return ModelVerification.Read(manifest, path);
        }

        // A file of the wrong size says more than "missing".
        if (Places(manifest).FirstOrDefault(File.Exists) is { } wrong)
        {
            return ModelVerification.Read(manifest, wrong);
        }

        throw new FaultException(new Fault(
            FaultCode.ModelMissing, $"model {manifest.Name}", $"its file is not in any of {string.Join(", ", Places(manifest))}",
            manifest.Source is null
                ? $"put the file there, or set {ModelFolders.AssetsVariable}; its manifest knows no place to fetch it from"
                : $"run: edgevision models pull {manifest.Name}"));
    }

    private ModelManifest Find(string name, string alsoPossible)
    {
        if (_manifests.TryGetValue(name, out var manifest))
        {
            return manifest;
        }

        throw new FaultException(_broken.TryGetValue(name, out var problems)
            ? new Fault(FaultCode.ModelUnreadable, $"model {name}", problems, "mend its manifest")
            : new Fault(
                FaultCode.ModelMissing, $"model {name}", $"there is no manifest of this name{Spelling.Suggest(name, _manifests.Keys)}",
                $"known are {(_manifests.Count == 0 ? "none" : string.Join(", ", _manifests.Keys))}{alsoPossible}"));
    }

    /// <summary>A bare word is a name; one that no manifest has may still be a model's folder, as `quantize -o NAME` makes one.</summary>
    private bool IsName(string text) =>
        !LooksLikePath(text) && (_manifests.ContainsKey(text) || _broken.ContainsKey(text) || !File.Exists(Path.Combine(text, ManifestFile.FileName)));

    private static bool LooksLikePath(string text) =>
        text.Contains('/') || text.Contains('\\') || text.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static string ManifestPath(string path)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        var manifest = Path.Combine(path, ManifestFile.FileName);
        return File.Exists(manifest) ? manifest : throw new FaultException(new Fault(
            FaultCode.ModelMissing, $"folder {path}", $"holds no {ManifestFile.FileName}", "name a model's folder, an .onnx file or a model's name"));
    }

    private static bool HasSize(string path, long size) => new FileInfo(path) is { Exists: true } file && file.Length == size;

    private VerifiedModel LoadFile(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > ModelManifest.MaxSize and var size })
        {
            throw new FaultException(new Fault(
                FaultCode.ModelUnreadable, $"model file {path}", $"has {size} bytes, more than the {ModelManifest.MaxSize} allowed", "name a model for an edge device"));
        }

        var bytes = ModelVerification.ReadBytes(path, ModelManifest.MaxSize);
        var hash = ModelVerification.Hash(bytes);
        if (_manifests.Values.FirstOrDefault(manifest => manifest.Sha256 == hash) is { } known)
        {
            return new VerifiedModel(known, path, bytes);
        }

        if (Beside(path) is not { } beside)
        {
            throw WithoutManifest(path, bytes, hash);
        }

        var own = ReadManifest(beside);
        return ModelVerification.Check(own, path, bytes) is { } fault ? throw new FaultException(fault) : new VerifiedModel(own, path, bytes);
    }

    private static FaultException WithoutManifest(string path, byte[] bytes, string hash)
    {
        try
        {
            var (outputs, skeleton) = ManifestSkeleton.Of(Path.GetFileName(path), bytes);
            return new FaultException(new Fault(
                FaultCode.ModelMissing, $"model file {path}", $"no manifest describes it (SHA-256 {hash}); {outputs}",
                $"write {Path.ChangeExtension(path, ".yaml")}, or model.yaml beside it{(skeleton.Length > 0 ? ", starting from:" : "")}", skeleton));
        }
        catch (OnnxRefusedException refused)
        {
            var (what, remedy) = IsBeyondSubset(refused.Refusal.Reason)
                ? ("is ONNX that cannot be used here", "export it as one file, for an edge device, with standard operators")
                : ("is damaged, or no ONNX file", "copy or export it again");
            return new FaultException(
                new Fault(FaultCode.ModelUnreadable, $"model file {path}", $"{what}: {refused.Refusal} (SHA-256 {hash})", remedy), refused);
        }
    }

    private static bool IsBeyondSubset(OnnxRefusalReason reason) => reason is OnnxRefusalReason.TooLarge or OnnxRefusalReason.TooMany
        or OnnxRefusalReason.TooDeep or OnnxRefusalReason.ExternalData or OnnxRefusalReason.Domain or OnnxRefusalReason.Unsupported;

    /// <summary>The manifest of a file's own name, or the folder's; null when there is neither.</summary>
    private static string? Beside(string path)
    {
        var full = Path.GetFullPath(path);
        string[] places = [Path.ChangeExtension(full, ".yaml"), Path.Combine(Path.GetDirectoryName(full)!, ManifestFile.FileName)];
        return places.FirstOrDefault(File.Exists);
    }

    private static ModelManifest ReadManifest(string path)
    {
        try
        {
            return ManifestFile.Read(path);
        }
        catch (YamlProblemsException problems)
        {
            throw new FaultException(new Fault(FaultCode.ModelUnreadable, $"manifest {path}", problems.Message, "mend the manifest"), problems);
        }
    }

    private void Read(string path)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(path))!;
        if (!File.Exists(path) || _manifests.ContainsKey(name) || _broken.ContainsKey(name))
        {
            return;
        }

        try
        {
            var manifest = ManifestFile.Read(path);
            if (manifest.Name != name)
            {
                _broken[name] = $"{path}: name: is '{manifest.Name}', but its folder is '{name}'; they must be the same";
                return;
            }

            _manifests[name] = manifest;
        }
        catch (YamlProblemsException problems)
        {
            _broken[name] = problems.Message;
        }
    }
}
