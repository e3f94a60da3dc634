using EdgeVision.Capture;
using EdgeVision.Capture.Sources;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>One camera: where its pictures come from and what is looked for in them.</summary>
public sealed record CameraOptions
{
    /// <summary>The camera's name in topics and metrics.</summary>
    [IdRule]
    public required string Id { get; init; }

    /// <summary>A name for people; the id when left out.</summary>
    public string? Name { get; init; }

    /// <summary>A video file, a folder of pictures, rtsp://user@host/path, http://…, /dev/video0, synthetic:street?seed=1, or a mapping with the command of a program that writes raw frames.</summary>
    public required SourceSpec Source { get; init; }

    /// <summary>File with the password that belongs to the user name in the source.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>How the source is read.</summary>
    public CaptureOptions Capture { get; init; } = new();

    /// <summary>What is looked for, and how often.</summary>
    public DetectOptions Detect { get; init; } = new();
}
