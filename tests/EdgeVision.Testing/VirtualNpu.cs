using System.Diagnostics;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Testing;

/// <summary>
/// The virtual NPU of tests/VirtualNpu, registered in this process from a copy of its own, so that several can be here at
/// once and each obeys its own orders file. README.md beside its sources lists the orders.
/// </summary>
public sealed class VirtualNpu : IDisposable
{
    private static readonly Lazy<string> Built = new(Build);
    private static int _made;

    private readonly OrtLibrary _runtime;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgevision-npu-");
    private readonly List<string> _known = [];
    private bool _registered;

    private VirtualNpu(OrtLibrary runtime)
    {
        _runtime = runtime;
        Library = Path.Combine(_folder.FullName, "libvirtualnpu.so");
        Name = $"VirtualNpu{Interlocked.Increment(ref _made)}";
    }

    /// <summary>The provider's name, which is the name it is registered under.</summary>
    public string Name { get; }

    /// <summary>The library file.</summary>
    public string Library { get; }

    public IReadOnlyList<OrtProviderDevice> Devices { get; private set; } = [];

    /// <summary>Builds the library when its sources are newer; skips the running test when there is no g++.</summary>
    /// <returns>The library file, which other processes may register too.</returns>
    public static string Need()
    {
        Programs.Need("g++", "apt install g++");
        return Built.Value;
    }

    /// <summary>A copy of the library, not registered yet: orders at the stages "factory" and "devices" must be there before.</summary>
    public static VirtualNpu Copy(OrtLibrary runtime)
    {
        var library = Need();
        var npu = new VirtualNpu(runtime);
        File.Copy(library, npu.Library);
        return npu;
    }

    public static VirtualNpu Register(OrtLibrary runtime)
    {
        var npu = Copy(runtime);
        npu.Register();
        return npu;
    }

    public void Register()
    {
        Devices = _runtime.RegisterProviderLibrary(Name, Library);
        _registered = true;
    }

    /// <summary>Has it compute a model by its graph's name, whatever file it is given for others: what probes it does so with tiny models.</summary>
    /// <param name="graph">The graph's name: probe.</param>
    /// <param name="model">The model.</param>
    public void Knows(string graph, byte[] model)
    {
        _known.Add($"model.{graph}={Keep(model)}");
        Order();
    }

    /// <summary>Gives orders, in place of the earlier ones; sessions that are open obey from their next run on.</summary>
    public void Order(params string[] lines)
    {
        // Renamed into place: it may be read at this moment.
        File.WriteAllLines(Library + ".part", [.. _known, .. lines]);
        File.Move(Library + ".part", Library + ".orders", overwrite: true);
    }

    /// <summary>Session options that put this device before the CPU.</summary>
    /// <param name="modelFile">The model that the session will be given, as a file; null where the orders need none.</param>
    /// <param name="more">Further provider options.</param>
    public OrtSessionOptions Options(string? modelFile, params IEnumerable<(string Key, string Value)> more)
    {
        var options = more.ToDictionary(static option => option.Key, static option => option.Value);
        if (modelFile is not null)
        {
            options["model"] = modelFile;
        }

        return new OrtSessionOptions { Devices = Devices, ProviderOptions = options };
    }

    /// <summary>Writes a model for <see cref="Options"/>; it goes away with this.</summary>
    public string Keep(byte[] model)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, model);
        return path;
    }

    public void Dispose()
    {
        if (_registered)
        {
            _runtime.UnregisterProviderLibrary(Name);
        }

        _folder.Delete(recursive: true);
    }

    private static string Build()
    {
        using var build = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("tests", "VirtualNpu", "build")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var words = build.StandardError.ReadToEndAsync();
        var library = build.StandardOutput.ReadToEnd().Trim();
        build.WaitForExit();
        return build.ExitCode == 0
            ? library
            : throw new InvalidOperationException($"tests/VirtualNpu/build failed with {build.ExitCode}:\n{words.GetAwaiter().GetResult()}");
    }
}
