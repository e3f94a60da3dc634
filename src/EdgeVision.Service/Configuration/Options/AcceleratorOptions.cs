using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>One thing inference runs on.</summary>
public sealed record AcceleratorOptions
{
    public const string Auto = "auto";

    /// <summary>auto for the best that works here; a kind of device (cpu, gpu, vpu, npu, tpu, fpga, asic, neuromorphic); an execution provider such as OpenVINO; or a plug-in provider's own name, together with library.</summary>
    public string Provider { get; init; } = Auto;

    /// <summary>By what auto chooses; the measured best when left out.</summary>
    public AcceleratorPreference? Prefer { get; init; }

    /// <summary>The provider's own options, such as device_type: NPU. docs/accelerators.md says where each provider's are listed.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>A plug-in provider library of the vendor's.</summary>
    public string? Library { get; init; }

    /// <summary>auto puts every provider but CPU in a process of its own.</summary>
    public Isolation Isolation { get; init; }

    /// <summary>Threads within one inference; a thread for each core, at most 4, when left out.</summary>
    [Range(1, 64)]
    public int? Threads { get; init; }

    /// <summary>Idle threads spin for the next task: a little faster, at much energy.</summary>
    public bool Spinning { get; init; }
}
