namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>The machine's name.</summary>
public static class BoardName
{
    /// <summary>The device tree's model; where there is none, vendor and product of the firmware; empty when neither says.</summary>
    public static string Read(SystemTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Text("/proc/device-tree/model") is { Length: > 0 } model
            ? model
            : $"{tree.Text("/sys/class/dmi/id/sys_vendor")} {tree.Text("/sys/class/dmi/id/product_name")}".Trim();
    }
}
