using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Loads a plug-in provider library and tries its devices. Its code may crash or hang in here: use a process of its own.</summary>
public static class PluginProbe
{
    /// <summary>Loads it and lists what it brings.</summary>
    public static PluginListing List(OrtLibrary runtime, PluginLibrary library) => Register(runtime, library).Listing;

    /// <summary>Loads it and runs the tiny model on one of its devices.</summary>
    /// <param name="runtime">ONNX Runtime.</param>
    /// <param name="library">The library, with the options of its provider.</param>
    /// <param name="device">The device's place in the list, from 0.</param>
    /// <param name="time">The clock of the two durations.</param>
    public static ProbeReport Try(OrtLibrary runtime, PluginLibrary library, int device, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var (listing, devices) = Register(runtime, library);
        return device < devices.Count
            ? ProviderProbe.Run(runtime, devices[device], library.Options, time) with { Family = listing.Devices[device].Family }
            : new ProbeReport(listing.Outcome == ProbeOutcome.Usable ? ProbeOutcome.NoDevice : listing.Outcome, listing.Message, 0, 0);
    }

    private static (PluginListing Listing, IReadOnlyList<OrtProviderDevice> Devices) Register(OrtLibrary runtime, PluginLibrary library)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(library);
        try
        {
            var devices = runtime.RegisterProviderLibrary(library.Name, library.Path);
            return (new PluginListing(devices.Count > 0 ? ProbeOutcome.Usable : ProbeOutcome.NoDevice, "", [.. devices.Select(PluginDevice.Of)]), devices);
        }
        catch (NativeLibraryException unusable)
        {
            return (new PluginListing(ProbeOutcome.Unloadable, string.Join("; ", unusable.Attempts), []), []);
        }
        catch (OrtException failure)
        {
            return (new PluginListing(ProbeOutcome.Refused, failure.Text, []), []);
        }
    }
}
