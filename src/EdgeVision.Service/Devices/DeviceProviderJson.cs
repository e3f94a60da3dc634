namespace EdgeVision.Service.Devices;

/// <summary>A provider for a device in `devices --json`; reason and step are null when it is usable, precision when no model was tried.</summary>
internal sealed record DeviceProviderJson(
    string Provider, IReadOnlyDictionary<string, string> Options, bool Usable, string? Reason, string? Step, double? OpenMs, double? RunMs,
    string? Precision);
