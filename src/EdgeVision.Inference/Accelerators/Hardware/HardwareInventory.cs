namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>What a machine has.</summary>
/// <param name="Board">The board's name from the device tree or the firmware; empty when neither says.</param>
/// <param name="Compatible">The device tree's words for board and chip, the most special first; empty on a PC.</param>
/// <param name="Processor">Its processor.</param>
/// <param name="Devices">The processor first, then what was found on the buses.</param>
public sealed record HardwareInventory(
    string Board, IReadOnlyList<string> Compatible, CpuInfo Processor, IReadOnlyList<FoundDevice> Devices);
