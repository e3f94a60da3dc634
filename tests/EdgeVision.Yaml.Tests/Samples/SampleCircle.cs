namespace EdgeVision.Yaml.Tests.Samples;

public sealed record SampleCircle : SampleShape
{
    public required double Radius { get; init; }
}
