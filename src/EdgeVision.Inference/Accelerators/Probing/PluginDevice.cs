using System.Globalization;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A device that a plug-in provider library offers.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="ProviderVendor">Who made the provider.</param>
/// <param name="Vendor">Who made the device; empty when unknown.</param>
/// <param name="Ids">Vendor and device number as <c>1e60:2864</c>.</param>
/// <param name="Family">The catalogue's for these numbers; else ONNX Runtime's word, which knows CPU, GPU and NPU only.</param>
/// <param name="Metadata">What the system and the provider say of it.</param>
public sealed record PluginDevice(
    string Provider, string ProviderVendor, string Vendor, string Ids, AcceleratorFamily Family, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>What the catalogue knows of the device; null for one that it does not list.</summary>
    public static KnownDevice? Known(string ids) => ProviderCatalogue.Devices.FirstOrDefault(device => device.Pci.Contains(ids) || device.Usb.Contains(ids));

    public static PluginDevice Of(OrtProviderDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var ids = string.Create(CultureInfo.InvariantCulture, $"{device.VendorId:x4}:{device.DeviceId:x4}");
        var metadata = new Dictionary<string, string>(device.HardwareMetadata);
        foreach (var (key, value) in device.Metadata)
        {
            metadata[key] = value;
        }

        return new PluginDevice(device.Provider, device.ProviderVendor, device.HardwareVendor, ids, Known(ids)?.Family ?? FamilyOf(device.HardwareType), metadata);
    }

    private static AcceleratorFamily FamilyOf(OrtHardwareType type) => type switch
    {
        OrtHardwareType.Cpu => AcceleratorFamily.Cpu,
        OrtHardwareType.Gpu => AcceleratorFamily.Gpu,
        _ => AcceleratorFamily.Npu,
    };
}
