using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>How a source is read.</summary>
public sealed record CaptureOptions
{
    /// <summary>Size that frames are scaled to while decoding; the camera's own when left out.</summary>
    public PictureSize? Scale { get; init; }

    /// <summary>Frames per second at most; all when left out.</summary>
    [Range(0.1, 240.0)]
    public double? Fps { get; init; }
}
