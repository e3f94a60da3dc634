using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Offloading;

/// <summary>Something that a model can be run on here: named in the configuration, or found and proved usable.</summary>
/// <param name="Name">For points, messages and the log, such as "webgpu"; unique within a device.</param>
/// <param name="Provider">The execution provider, such as "WebGPU"; "CPU" for ONNX Runtime's own kernels.</param>
/// <param name="Family">What kind of silicon it is.</param>
public sealed record AcceleratorOffer(string Name, string Provider, AcceleratorFamily Family)
{
    /// <summary>The provider's own options.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Path of the vendor's plug-in library; null for a provider that ONNX Runtime has.</summary>
    public string? Library { get; init; }

    /// <summary>Whether it runs within the service, where a crash of its driver ends the service.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>ONNX Runtime's own kernels on this machine's processor, which are there always.</summary>
    public static AcceleratorOffer Processor { get; } = new("cpu", "CPU", AcceleratorFamily.Cpu) { IsInProcess = true };

    public bool IsProcessor => Name == Processor.Name;

    public override string ToString() => Name;
}
