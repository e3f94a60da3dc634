namespace EdgeVision.Yaml.Tests.Samples;

public enum SampleMode
{
    Balanced,
    LowestEnergy,
}
