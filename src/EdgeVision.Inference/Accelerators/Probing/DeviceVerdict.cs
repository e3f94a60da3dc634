using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A device and the providers that could drive it, best first.</summary>
/// <param name="Device">The device.</param>
/// <param name="Providers">Empty when ONNX Runtime has none for it.</param>
/// <param name="Step">What would bring the first usable one; empty when there is one.</param>
public sealed record DeviceVerdict(FoundDevice Device, IReadOnlyList<ProviderVerdict> Providers, string Step)
{
    public bool IsUsable => Providers.Any(provider => provider.Usable);

    /// <summary>The same with the plug-in libraries that drive this device; they come first where they work.</summary>
    internal DeviceVerdict With(IEnumerable<PluginVerdict> plugins)
    {
        var own = plugins.Where(plugin => plugin.Device is { } device && IsOf(device))
            .Select(plugin => new ProviderVerdict(plugin.Provider, plugin.Library.Options, plugin.Usable, plugin.Reason, plugin.Step, plugin.Probe)).ToLookup(plugin => plugin.Usable);
        var all = this with { Providers = [.. own[true], .. Providers, .. own[false]] };
        return all with { Step = all.IsUsable ? "" : Step };
    }

    /// <summary>Within a system on chip nothing has numbers; there the kind tells.</summary>
    private bool IsOf(PluginDevice plugin) => Device.Ids.Length > 0 ? Device.Ids == plugin.Ids : Device.Bus == DeviceBus.Soc && Device.Family == plugin.Family;
}
