namespace EdgeVision.Native.OnnxRuntime;

/// <summary>How a session is built. The defaults suit an edge device: one thread and no spinning, for energy.</summary>
public sealed record OrtSessionOptions
{
    /// <summary>
    /// Threads inside one operator, the calling thread included; 0 lets the library take every core. They come from the shared pool
    /// where that has just as many (<see cref="OrtLibrary.ShareThreads"/>).
    /// </summary>
    public int IntraOpThreads { get; init; } = 1;

    /// <summary>Threads across operators; used only with <see cref="Parallel"/>.</summary>
    public int InterOpThreads { get; init; } = 1;

    /// <summary>Runs independent operators side by side; else one after another.</summary>
    public bool Parallel { get; init; }

    /// <summary>
    /// Idle pool threads busy-wait for the next run. Saves 1 to 6 ms a run with several threads and costs a core's
    /// full power between frames, so it is off unless asked for.
    /// </summary>
    public bool Spinning { get; init; }

    public OrtGraphOptimization GraphOptimization { get; init; } = OrtGraphOptimization.All;

    /// <summary>
    /// Where to write the model as it was rewritten for this machine, to see which operators were fused; null to write none.
    /// From <see cref="OrtGraphOptimization.Layout"/> on it fits only processors of this kind.
    /// </summary>
    public string? OptimizedModelPath { get; init; }

    /// <summary>Keeps freed tensor memory for the next run: faster, at the cost of resident memory.</summary>
    public bool CpuMemoryArena { get; init; } = true;

    /// <summary>Plans one block for all intermediate tensors; works only with static shapes.</summary>
    public bool MemoryPattern { get; init; } = true;

    public OrtSeverity LogSeverity { get; init; } = OrtSeverity.Warning;

    /// <summary>
    /// An execution provider, put before the CPU: CUDA, TensorRT or a name that the library's generic call knows (such as
    /// OpenVINO, QNN, XNNPACK, WebGPU), with or without "ExecutionProvider" at its end. Null or CPU for the CPU alone.
    /// </summary>
    public string? Provider { get; init; }

    /// <summary>
    /// In place of <see cref="Provider"/>: devices of one provider, out of <see cref="OrtLibrary.ProviderDevices"/>; the way to
    /// a provider library registered at run time. What it does not take runs on the CPU.
    /// </summary>
    public IReadOnlyList<OrtProviderDevice> Devices { get; init; } = [];

    /// <summary>In place of <see cref="Provider"/> and <see cref="Devices"/>: lets the library choose among all devices it knows.</summary>
    public OrtDevicePolicy? DevicePolicy { get; init; }

    /// <summary>Options of <see cref="Provider"/>, or of the provider that <see cref="Devices"/> belong to.</summary>
    public IReadOnlyDictionary<string, string> ProviderOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>Nodes that no other provider takes run on the CPU; when false such a model is refused in place of running slowly.</summary>
    public bool CpuFallback { get; init; } = true;

    /// <summary>Fills <see cref="OrtSession.Placement"/>. Needs ONNX Runtime 1.24.</summary>
    public bool RecordPlacement { get; init; }

    /// <summary>Further session configuration entries (onnxruntime_session_options_config_keys.h); they win over the defaults above.</summary>
    public IReadOnlyDictionary<string, string> ConfigEntries { get; init; } = new Dictionary<string, string>();

    /// <summary>Sizes for dimensions that the model names but leaves open, such as height = 320.</summary>
    public IReadOnlyDictionary<string, long> FreeDimensions { get; init; } = new Dictionary<string, long>();
}
