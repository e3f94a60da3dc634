using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Finds what a machine could run inference on, by reading only: no device is opened.</summary>
public static class HardwareScan
{
    /// <param name="root">"/" for this machine, or a folder that holds recorded proc, sys and dev.</param>
    public static HardwareInventory Read(string root = "/")
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        return Read(new SystemTree(root));
    }

    /// <param name="tree">Of the machine.</param>
    public static HardwareInventory Read(SystemTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        IReadOnlyList<string> compatible =
            [.. (tree.Text("/proc/device-tree/compatible") ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries)];
        var processor = CpuReader.Read(tree);
        List<FoundDevice> devices =
        [
            Processor(processor, compatible),
            .. SocReader.Read(tree, compatible),
            .. PciReader.Read(tree),
            .. UsbReader.Read(tree),
        ];
        devices.AddRange(NodeReader.Read(tree, devices));
        return new HardwareInventory(BoardName.Read(tree), compatible, processor, devices);
    }

    private static FoundDevice Processor(CpuInfo processor, IReadOnlyList<string> compatible)
    {
        var known = ProviderCatalogue.Devices.FirstOrDefault(
            device => device.Family == AcceleratorFamily.Cpu && device.Compatible.Any(compatible.Contains));
        return new FoundDevice
        {
            Name = known?.Name ?? (processor.Name.Length > 0 ? processor.Name : "processor"),
            Family = AcceleratorFamily.Cpu, Bus = DeviceBus.Processor, Address = "cpu", Known = known,
        };
    }
}
