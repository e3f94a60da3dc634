namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>Tests that run beside no other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
