namespace EdgeVision.Service.Benching;

/// <summary>`video` of `bench --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record BenchVideoJson(double PathFps, double PathRatio);
