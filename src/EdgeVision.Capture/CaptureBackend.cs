namespace EdgeVision.Capture;

/// <summary>What decodes files and streams.</summary>
public enum CaptureBackend
{
    /// <summary>The ffmpeg program, as a child process.</summary>
    Ffmpeg,
}
