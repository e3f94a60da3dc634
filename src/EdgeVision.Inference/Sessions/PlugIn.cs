using EdgeVision.Core.Faults;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>A vendor's plug-in provider library, loaded once.</summary>
internal static class PlugIn
{
    /// <summary>Its devices; the library is registered when this is the first call for the name.</summary>
    /// <exception cref="FaultException">AcceleratorMissing: it finds no device.</exception>
    public static IReadOnlyList<OrtProviderDevice> DevicesOf(OrtLibrary library, string name, string path)
    {
        IReadOnlyList<OrtProviderDevice> devices = [.. library.ProviderDevices().Where(device => device.Library == name)];
        devices = devices.Count > 0 ? devices : library.RegisterProviderLibrary(name, path);
        return devices.Count > 0
            ? devices
            : throw new FaultException(new Fault(
                FaultCode.AcceleratorMissing, name, $"the provider library {path} finds no device", "see that the device is plugged in and that the service's user may open it"));
    }
}
