using System.Globalization;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>The options while rules look at them. Where binding noted a problem, required values may be null; the lists here leave such parts out.</summary>
internal sealed class DeviceDraft(DeviceConfig config, ProblemList problems, SourceMap places, string folder, IModelCatalog catalog)
{
    private readonly Dictionary<string, CatalogAnswer> _answers = new(StringComparer.Ordinal);

    public DeviceConfig Config => config;

    public IModelCatalog Catalog => catalog;

    /// <summary>Cameras without a problem in form, with their path.</summary>
    public IReadOnlyList<(string Path, CameraOptions Camera)> Cameras { get; } =
    [
        .. (config.Cameras ?? []).Select((camera, i) => (Path: string.Create(CultureInfo.InvariantCulture, $"cameras[{i}]"), Camera: camera))
            .Where(c => c.Camera is not null && !problems.Concern(c.Path)),
    ];

    /// <summary>Models without a problem in form, with their path.</summary>
    public IReadOnlyList<(string Path, string Alias, ModelOptions Model)> Models { get; } =
    [
        .. config.Models.Select(m => (Path: $"models.{m.Key}", Alias: m.Key, Model: m.Value))
            .Where(m => m.Model is not null && !problems.Concern(m.Path)),
    ];

    /// <summary>Accelerators without a problem in form, with their path; one that stands without a list has the list's.</summary>
    public IReadOnlyList<(string Path, AcceleratorOptions Accelerator)> Accelerators { get; } =
    [
        .. (config.Accelerators ?? []).Select((accelerator, i) => (Path: PathOfItem(places, "accelerators", i), Accelerator: accelerator))
            .Where(a => a.Accelerator is not null && !problems.Concern(a.Path)),
    ];

    public bool IsSound(string path) => !problems.Concern(path);

    /// <summary>True when the key was written.</summary>
    public bool IsWritten(string path) => places.Holds(path);

    /// <summary>Notes a problem at the place of an option.</summary>
    public void Refuse(string path, string message) => problems.Add(places.Find(path), path, message);

    /// <summary>Line of an option, for naming it in the message about another.</summary>
    public string PlaceOf(string path) => places.Find(path) is { Line: > 0 } at ? string.Create(CultureInfo.InvariantCulture, $"line {at.Line}") : places.Find(path).Source;

    /// <summary>Absolute path of a file that the configuration names.</summary>
    public string Absolute(string written) => Path.GetFullPath(written, folder);

    /// <summary>What the catalog says of a manifest's name or path.</summary>
    public CatalogAnswer Ask(string manifest)
    {
        if (!_answers.TryGetValue(manifest, out var answer))
        {
            answer = catalog.Find(Reference(manifest));
            _answers[manifest] = answer;
        }

        return answer;
    }

    /// <summary>True for a word that no model has as its name, where a model's folder of that name lies beside the file.</summary>
    public bool IsFolderBeside(string word) => !IsPath(word) && File.Exists(Absolute(Path.Combine(word, ManifestFile.FileName)));

    /// <summary>Why the catalog does not trust a manifest; null when it does.</summary>
    public string? Distrust(string manifest, TrustedKeys keys) => catalog.Distrust(Reference(manifest), keys);

    /// <summary>The model that a camera's <c>detect.model</c> names, when it is there and sound.</summary>
    public CatalogModel? ModelOf(CameraOptions camera)
        => config.Models.GetValueOrDefault(camera.Detect.Model) is { Manifest: { } manifest } && IsSound($"models.{camera.Detect.Model}") ? Ask(manifest).Model : null;

    private static string PathOfItem(SourceMap places, string list, int index)
        => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]") is { } item && places.Holds(item) ? item : list;

    private string Reference(string manifest) => IsPath(manifest) ? Absolute(manifest) : manifest;

    private static bool IsPath(string manifest)
        => manifest.Contains('/', StringComparison.Ordinal) || manifest.EndsWith(".yaml", StringComparison.Ordinal) || manifest.EndsWith(".onnx", StringComparison.Ordinal);
}
