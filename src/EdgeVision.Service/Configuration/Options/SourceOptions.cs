using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>Where frames come from.</summary>
public sealed record SourceOptions
{
    /// <summary>A file, folder, URL, device or synthetic scene.</summary>
    public string? Url { get; init; }

    /// <summary>A program and its arguments that writes raw frames to its standard output.</summary>
    [MinLength(1)]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Picture size that the command writes, such as 1280x720.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>Pixel format that the command writes.</summary>
    public string? Format { get; init; }
}
