namespace EdgeVision.Yaml.Tests.Samples;

public sealed record SamplePart
{
    public double? Least { get; init; }

    public string? PasswordFile { get; init; }
}
