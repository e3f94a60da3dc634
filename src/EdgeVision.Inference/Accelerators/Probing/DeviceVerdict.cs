using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A device and the providers that could drive it, best first.</summary>
/// <param name="Device">The device.</param>
/// <param name="Providers">Empty when ONNX Runtime has none for it.</param>
/// <param name="Step">What would bring the first usable one; empty when there is one.</param>
public sealed record DeviceVerdict(FoundDevice Device, IReadOnlyList<ProviderVerdict> Providers, string Step)
{
    public bool IsUsable => Providers.Any(provider => provider.Usable);
}
