namespace EdgeVision.Service.Benching;

/// <summary>`paced` of `bench --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record BenchPacedJson(
    double Fps, double RunOnlyCpuMs, double PathCpuMs, double CpuRatio, double PreprocessMs, double RunMs, double HopMs,
    IReadOnlyDictionary<string, double> CpuMsByThread);
