namespace EdgeVision.Service.Devices;

/// <summary>A device that a plug-in provider library offers, in `devices --json`.</summary>
internal sealed record PluginDeviceJson(string Library, string Provider, string Vendor, string Family, bool Usable, string? Reason, string? Step);
