using EdgeVision.Inference.Workers.Contexts;

namespace EdgeVision.Inference.Workers;

/// <summary>One worker: on what it runs a model, and how long it may take.</summary>
public sealed record WorkerPlan
{
    /// <summary>The accelerator's name in the configuration, e.g. "npu".</summary>
    public required string Accelerator { get; init; }

    /// <summary>The execution provider, e.g. "OpenVINO"; "CPU" for ONNX Runtime's own kernels.</summary>
    public required string Provider { get; init; }

    public IReadOnlyDictionary<string, string> ProviderOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>Session configuration entries (onnxruntime_session_options_config_keys.h).</summary>
    public IReadOnlyDictionary<string, string> ConfigEntries { get; init; } = new Dictionary<string, string>();

    /// <summary>Where what the provider compiles is kept; null to compile at each load. <see cref="ContextPlan.For"/> makes one.</summary>
    public ContextPlan? Contexts { get; init; }

    /// <summary>A vendor's ONNX Runtime, or its folder; null for the one that the service uses.</summary>
    public string? RuntimeLibrary { get; init; }

    /// <summary>A vendor's plug-in provider library, registered under the provider's name; null for a built-in provider.</summary>
    public string? ProviderLibrary { get; init; }

    /// <summary>Threads within one inference, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether idle threads spin for the next task.</summary>
    public bool Spinning { get; init; }

    /// <summary>Frames in work at once, 1 to 16; two let one be prepared while the other runs.</summary>
    public int Slots { get; init; } = 2;

    /// <summary>For loading and the first runs; providers that compile need minutes.</summary>
    public TimeSpan LoadDeadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For each run, from when the worker can take it up.</summary>
    public TimeSpan RunDeadline { get; init; } = TimeSpan.FromSeconds(2);
}
