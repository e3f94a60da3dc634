namespace EdgeVision.Yaml.Tests.Samples;

public sealed record SampleShort
{
    public required string Manifest { get; init; }

    public int? Threads { get; init; }
}
