using EdgeVision.Native.Linux;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// ONNX Runtime in this process: the loaded library and its one environment, which is made with the first session, provider
/// library or question for devices. It lives until the process ends, since the library's threads and log callback may outlast any session. Safe from any thread.
/// </summary>
public sealed class OrtLibrary
{
    /// <summary>Names the library file, or its folder, when the options do not.</summary>
    public const string PathVariable = "EDGEVISION_ORT";

    private const string Remedy =
        "run scripts/setup, which fetches ONNX Runtime, or set " + PathVariable + " to a libonnxruntime.so.1 of version 1.17 or later";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<nint, OrtLibrary> Loaded = [];

    private OrtLibrary(LoadedLibrary library, OrtLibraryOptions options)
    {
        var slots = OrtBase.Open(library, out var version, out var tableVersion, out _);
        Options = options;
        Path = library.Path;
        Attempts = library.Attempts;
        Version = version;
        TableVersion = tableVersion;
        Table = new OrtTable(slots, version, tableVersion);
        Environment = new OrtEnvironment(Table, Log, options.LogSeverity);
        CpuMemory = Table.CreateCpuMemoryInfo();
        AvailableProviders = Table.GetAvailableProviders();
        BuildInfo = Table.GetBuildInfoString();
        Providers = new ProviderLibraries(Table, Environment);
    }

    /// <summary>The library's version, such as 1.30.0.</summary>
    public string Version { get; }

    /// <summary>The version of the function table in use; see <see cref="OrtVersion"/>.</summary>
    public int TableVersion { get; }

    /// <summary>Compiler flags and source revision, in the library's words.</summary>
    public string BuildInfo { get; }

    /// <summary>Where it was loaded from.</summary>
    public string Path { get; }

    /// <summary>Every place tried, and why the earlier ones were refused.</summary>
    public IReadOnlyList<LibraryAttempt> Attempts { get; }

    /// <summary>Execution providers compiled in. Whether one works is known only when a session opens on it.</summary>
    public IReadOnlyList<string> AvailableProviders { get; }

    /// <summary>The options of the first load.</summary>
    public OrtLibraryOptions Options { get; }

    /// <summary>The library's last messages.</summary>
    public OrtLog Log { get; } = new();

    internal OrtTable Table { get; }

    internal OrtEnvironment Environment { get; }

    internal OrtMemoryInfoHandle CpuMemory { get; }

    internal ProviderLibraries Providers { get; }

    /// <summary>
    /// Has the sessions of this library share one pool of threads. A session takes part that asks for as many threads, with the same
    /// spinning; any other has a pool of its own, and one of a single thread has none. Decided before the first session, provider
    /// library or question for devices: later calls change nothing.
    /// </summary>
    /// <param name="threads">From 1, the calling thread included; 1 makes no pool.</param>
    /// <param name="spinning">Idle threads busy-wait for the next run.</param>
    /// <returns>Whether sessions of so many threads share a pool.</returns>
    public bool ShareThreads(int threads, bool spinning = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Environment.Share(threads, spinning);
        return threads > 1 && Environment.SharedThreads == threads && Environment.SharedSpinning == spinning;
    }

    /// <summary>
    /// Loads a vendor's provider library into this process. Its devices are then in <see cref="ProviderDevices"/>.
    /// Its code runs here: one that hangs or crashes takes the process with it.
    /// </summary>
    /// <param name="name">What to call it; some libraries name their provider so. It must be free.</param>
    /// <param name="path">The library file.</param>
    /// <returns>The devices it brought; empty when it found none.</returns>
    /// <exception cref="NativeLibraryException">The file is missing, is no library for this processor, or is no provider library.</exception>
    /// <exception cref="OrtException">ONNX Runtime is older than 1.22, the name is taken, or the library itself failed.</exception>
    public IReadOnlyList<OrtProviderDevice> RegisterProviderLibrary(string name, string path) => Providers.Register(name, path);

    /// <summary>Unloads a provider library.</summary>
    /// <exception cref="InvalidOperationException">A session that may run on it is open.</exception>
    /// <exception cref="OrtException">No library has that name.</exception>
    public void UnregisterProviderLibrary(string name) => Providers.Unregister(name);

    /// <summary>
    /// The devices that ONNX Runtime and the registered provider libraries know; the CPU is among them. Empty before 1.22.
    /// </summary>
    public IReadOnlyList<OrtProviderDevice> ProviderDevices() => Providers.Devices();

    /// <summary>Loads the library, or returns the one already loaded from the same file.</summary>
    /// <param name="configuredPath">The library file or its folder; null takes EDGEVISION_ORT, else the search order.</param>
    /// <exception cref="NativeLibraryException">None was found, or only one too old.</exception>
    public static OrtLibrary Load(string? configuredPath = null) => Load(new OrtLibraryOptions { Path = configuredPath });

    /// <inheritdoc cref="Load(string?)"/>
    public static OrtLibrary Load(OrtLibraryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = options.Path ?? System.Environment.GetEnvironmentVariable(PathVariable);

        // Read when the library is loaded; DisableTelemetryEvents comes too late to keep its log files out of the temporary folder.
        NativeEnvironment.SetDefault("ORT_DISABLE_TELEMETRY", "1");
        var found = LibraryProbe.Load("ONNX Runtime", LibraryProbe.Candidates(path, FileNames()), Remedy, Refusal);
        lock (Gate)
        {
            if (!Loaded.TryGetValue(found.Handle, out var library))
            {
                FreedMemory.KeepLittle();
                library = new OrtLibrary(found, options);
                Loaded.Add(found.Handle, library);
            }

            return library;
        }
    }

    private static string? Refusal(LoadedLibrary library) =>
        OrtBase.Open(library, out _, out _, out var refusal) == 0 ? refusal : null;

    private static string[] FileNames() =>
        OperatingSystem.IsWindows() ? ["onnxruntime.dll"]
        : OperatingSystem.IsMacOS() ? ["libonnxruntime.1.dylib", "libonnxruntime.dylib"]
        : ["libonnxruntime.so.1", "libonnxruntime.so"];
}
