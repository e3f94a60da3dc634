namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Where a device hangs.</summary>
public enum DeviceBus
{
    /// <summary>It is the machine's processor.</summary>
    Processor,

    /// <summary>Part of the system on chip, known from the device tree.</summary>
    Soc,
    Pci,
    Usb,

    /// <summary>Only its device file is seen.</summary>
    Node,
}
