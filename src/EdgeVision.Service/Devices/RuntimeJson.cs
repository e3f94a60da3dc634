namespace EdgeVision.Service.Devices;

/// <summary>ONNX Runtime in `devices --json`; version and path are null when it was not found, error when it was.</summary>
internal sealed record RuntimeJson(string? Version, string? Path, IReadOnlyList<string> Providers, string? Error);
