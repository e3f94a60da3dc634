using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Reads /sys/bus/usb/devices for devices of the catalogue.</summary>
internal static class UsbReader
{
    private const string Folder = "/sys/bus/usb/devices";

    public static IEnumerable<FoundDevice> Read(SystemTree tree)
    {
        foreach (var address in tree.Names(Folder))
        {
            var ids = $"{tree.Text($"{Folder}/{address}/idVendor")}:{tree.Text($"{Folder}/{address}/idProduct")}".ToLowerInvariant();
            if (ProviderCatalogue.Devices.FirstOrDefault(device => device.Usb.Contains(ids)) is { } known)
            {
                yield return new FoundDevice
                {
                    Name = known.Name, Family = known.Family, Bus = DeviceBus.Usb, Address = address, Ids = ids, Known = known,
                    Driver = tree.LinkName($"{Folder}/{address}/driver"), Nodes = [.. known.Nodes.SelectMany(tree.Nodes)],
                };
            }
        }
    }
}
