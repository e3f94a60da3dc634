namespace EdgeVision.Capture.Sources;

/// <summary>A video file, or a folder of pictures: which of them shows when it is opened.</summary>
/// <param name="Path">Absolute, or relative to the working directory.</param>
public sealed record PathSpec(string Path) : SourceSpec
{
    public override string Description => Path;
}
