using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>A virtual NPU of a service's own: a copy of the plug-in library, so that it obeys its own orders.</summary>
public sealed class NpuCopy
{
    private readonly string _library;

    /// <param name="folder">The run's folder.</param>
    /// <param name="name">The provider's and the accelerator's name.</param>
    public NpuCopy(string folder, string name)
    {
        Name = name;
        _library = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "npus", name)).FullName, "libvirtualnpu.so");
        File.Copy(VirtualNpu.Need(), _library);
    }

    public string Name { get; }

    /// <summary>An entry of the configuration's accelerators, as YAML flow.</summary>
    /// <param name="options">More provider options.</param>
    public string Entry(params string[] options) =>
        $"{{provider: {Name}, library: '{_library}', options: {{{string.Join(", ", options.Prepend($"model: '{Path.Combine(ShippedModel.Need(), $"{ShippedModel.Name}.onnx")}'"))}}}}}";

    /// <summary>Gives orders, in place of the earlier ones; tests/VirtualNpu/README.md lists them.</summary>
    public void Order(params string[] lines)
    {
        // Renamed into place: it may be read at this moment.
        File.WriteAllLines(_library + ".part", lines);
        File.Move(_library + ".part", _library + ".orders", overwrite: true);
    }

    /// <summary>Takes the library away, as an uninstalled driver does.</summary>
    public void Hide() => File.Move(_library, _library + ".hidden");

    /// <summary>Another version of the same library, by its bytes: what is behind the end does nothing.</summary>
    public void Update()
    {
        // Not written in place: a process may have it mapped.
        File.WriteAllBytes(_library + ".part", [.. File.ReadAllBytes(_library), 0]);
        File.Move(_library + ".part", _library, overwrite: true);
    }

    public void Show() => File.Move(_library + ".hidden", _library);
}
