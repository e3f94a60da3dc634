using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Knows what a system on chip carries from the device tree's words for it.</summary>
internal static class SocReader
{
    /// <summary>Where a board's own entry fits, its chip's general one does not count.</summary>
    public static IEnumerable<FoundDevice> Read(SystemTree tree, IReadOnlyList<string> compatible)
    {
        var families = new HashSet<AcceleratorFamily> { AcceleratorFamily.Cpu };
        foreach (var word in compatible)
        {
            var known = ProviderCatalogue.Devices.Where(device => device.Compatible.Contains(word) && !families.Contains(device.Family)).ToList();
            foreach (var device in known)
            {
                yield return new FoundDevice
                {
                    Name = device.Name, Family = device.Family, Bus = DeviceBus.Soc, Address = word, Known = device,
                    Nodes = [.. device.Nodes.SelectMany(tree.Nodes)],
                };
            }

            families.UnionWith(known.Select(device => device.Family));
        }
    }
}
