namespace EdgeVision.Service.Devices;

/// <summary>The output of `devices --json`.</summary>
internal sealed record DevicesJson(
    string Board, CpuJson Processor, RuntimeJson Runtime, IReadOnlyList<DeviceJson> Devices,
    IReadOnlyList<DeviceProviderJson> Unseen, IReadOnlyList<PluginDeviceJson> PluginDevices);
