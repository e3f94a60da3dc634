using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Whether a plug-in provider library can be used, device by device.</summary>
/// <param name="Library">The library.</param>
/// <param name="Device">The device; null when the library brought none.</param>
/// <param name="Reason">Why it is not usable; empty when it is.</param>
/// <param name="Step">What mends it; empty when it is usable.</param>
/// <param name="Probe">What came of it; null when something showed before that it could not work.</param>
public sealed record PluginVerdict(PluginLibrary Library, PluginDevice? Device, string Reason, string Step, ProbeReport? Probe)
{
    /// <summary>True only after the device gave the right numbers.</summary>
    public bool Usable => Probe is { IsUsable: true };

    /// <summary>The device's kind; null when the library brought none.</summary>
    public AcceleratorFamily? Family => Device?.Family;

    /// <summary>The provider's own name, or the one it is to be registered under.</summary>
    public string Provider => Device?.Provider ?? Library.Name;
}
