namespace EdgeVision.Service.Devices;

/// <summary>The processor in `devices --json`.</summary>
internal sealed record CpuJson(string Name, int Threads, string Architecture, IReadOnlyList<string> Features);
