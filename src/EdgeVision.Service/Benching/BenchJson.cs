namespace EdgeVision.Service.Benching;

/// <summary>`bench --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record BenchJson(
    string Model, int Threads, double RunOnlyFps, double PathFps, double PathRatio,
    double PreprocessMs, double DecodeMs, double CpuMsPerFrame, double AllocatedBytesPerFrame, double Gops, double? ComputeShare,
    double? InferencesPerJoule, double? FpsPerWatt, double? FpsPerPrice, string? Currency,
    double RunMs, double SteadyRatio, BenchPacedJson Paced, BenchVideoJson? Video);
