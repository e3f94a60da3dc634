using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Reads /sys/bus/pci/devices for devices of the catalogue.</summary>
internal static class PciReader
{
    private const string Folder = "/sys/bus/pci/devices";

    public static IEnumerable<FoundDevice> Read(SystemTree tree)
    {
        foreach (var address in tree.Names(Folder))
        {
            var vendor = Number(tree.Text($"{Folder}/{address}/vendor"));
            var ids = $"{vendor}:{Number(tree.Text($"{Folder}/{address}/device"))}";
            var kind = Number(tree.Text($"{Folder}/{address}/class"));
            var known = ProviderCatalogue.Devices.FirstOrDefault(device => Fits(device, vendor, ids, kind));
            if (known is not null)
            {
                yield return new FoundDevice
                {
                    Name = known.Name, Family = known.Family, Bus = DeviceBus.Pci, Address = address, Ids = ids, Known = known,
                    Driver = tree.LinkName($"{Folder}/{address}/driver"), Nodes = [.. known.Nodes.SelectMany(tree.Nodes)],
                };
            }
        }
    }

    private static bool Fits(KnownDevice device, string vendor, string ids, string kind) =>
        device.Pci.Contains(ids)
        || (device.Pci.Contains($"{vendor}:*") && device.PciClass.Length > 0 && kind.StartsWith(device.PciClass, StringComparison.Ordinal));

    /// <summary>0x1e60 as 1e60.</summary>
    private static string Number(string? text) => text is null ? "" : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..].ToLowerInvariant() : text;
}
