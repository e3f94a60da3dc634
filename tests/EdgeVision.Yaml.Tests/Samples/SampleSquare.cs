namespace EdgeVision.Yaml.Tests.Samples;

public sealed record SampleSquare : SampleShape
{
    public required double Side { get; init; }
}
