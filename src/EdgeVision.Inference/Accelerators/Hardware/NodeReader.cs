using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>
/// Finds accelerators by their device files alone, as in a container that was given a device but no view of its bus.
/// Files that several kinds of device share tell nothing and are left out.
/// </summary>
internal static class NodeReader
{
    private static readonly string[] Shared = ["/dev/dri/", "/dev/accel/"];

    public static IEnumerable<FoundDevice> Read(SystemTree tree, IReadOnlyList<FoundDevice> already)
    {
        var seen = already.SelectMany(device => device.Nodes).ToHashSet(StringComparer.Ordinal);
        foreach (var known in ProviderCatalogue.Devices)
        {
            var nodes = known.Nodes.Where(pattern => !Shared.Any(shared => pattern.StartsWith(shared, StringComparison.Ordinal)))
                .SelectMany(tree.Nodes).Where(seen.Add).ToList();
            if (nodes.Count > 0)
            {
                yield return new FoundDevice
                {
                    Name = known.Name, Family = known.Family, Bus = DeviceBus.Node, Address = nodes[0], Known = known, Nodes = nodes,
                };
            }
        }
    }
}
