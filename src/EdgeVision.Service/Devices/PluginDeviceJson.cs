namespace EdgeVision.Service.Devices;

/// <summary>
/// A device that a plug-in provider library offers, in `devices --json`. Vendor, family, ids and metadata are null when the library
/// brought none; reason and step when it is usable; precision, fp32 or int8, when none was tried.
/// </summary>
internal sealed record PluginDeviceJson(
    string Library, string Provider, string? Vendor, string? Family, bool Usable, string? Reason, string? Step,
    string? Path, string? Ids, IReadOnlyDictionary<string, string>? Metadata, string? Precision, double? OpenMs, double? RunMs);
