namespace EdgeVision.Capture.Sources;

/// <summary>A Video4Linux device.</summary>
/// <param name="Path">Such as /dev/video0.</param>
public sealed record DeviceSpec(string Path) : SourceSpec
{
    public override string Description => Path;
}
