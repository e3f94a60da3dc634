namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>What this machine can run inference on.</summary>
/// <param name="Devices">In the inventory's order, the processor first.</param>
/// <param name="Unseen">Providers that the library has and that no device found here asks for, such as WebGPU on a software driver.</param>
public sealed record DeviceSurvey(IReadOnlyList<DeviceVerdict> Devices, IReadOnlyList<ProviderVerdict> Unseen)
{
    /// <summary>What plug-in provider libraries offer.</summary>
    public IReadOnlyList<PluginVerdict> Plugins { get; private init; } = [];

    /// <summary>The same with plug-in libraries, which are then among the providers of the devices they drive.</summary>
    public DeviceSurvey With(IReadOnlyList<PluginVerdict> plugins) =>
        this with { Plugins = plugins, Devices = [.. Devices.Select(device => device.With(plugins))] };
}
