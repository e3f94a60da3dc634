namespace EdgeVision.Yaml.Tests.Samples;

public abstract record SampleShape;
