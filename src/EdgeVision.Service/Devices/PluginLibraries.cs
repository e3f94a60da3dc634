using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Devices;

/// <summary>The plug-in provider libraries that a device file names.</summary>
internal static class PluginLibraries
{
    public static IEnumerable<PluginLibrary> Of(DevicePlan? plan) =>
        (plan?.Accelerators ?? []).Select(Of).OfType<PluginLibrary>();

    /// <returns>Null when it comes from no library.</returns>
    public static PluginLibrary? Of(AcceleratorPlan accelerator) =>
        accelerator.Library is { } path ? new PluginLibrary(accelerator.Name, path) { Options = accelerator.Options } : null;
}
