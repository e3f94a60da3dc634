namespace EdgeVision.Native.Tests.OnnxRuntime.Plugins;

/// <summary>Registered provider libraries belong to the process, so these tests run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "plug-in providers";
}
