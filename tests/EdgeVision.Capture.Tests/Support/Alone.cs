namespace EdgeVision.Capture.Tests.Support;

/// <summary>Tests that count what the whole process has, and so run beside no other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
