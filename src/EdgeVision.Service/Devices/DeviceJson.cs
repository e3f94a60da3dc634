namespace EdgeVision.Service.Devices;

/// <summary>A device in `devices --json`; the figures are the vendor's, null when unpublished.</summary>
internal sealed record DeviceJson(
    string? Id, string Name, string Family, string Bus, string Address, string? Ids, string? Driver, IReadOnlyList<string> Nodes,
    double? PeakTops, string? PeakOf, double? Watts, double? PriceUsd, string? Source,
    bool Usable, string? Step, IReadOnlyList<DeviceProviderJson> Providers);
