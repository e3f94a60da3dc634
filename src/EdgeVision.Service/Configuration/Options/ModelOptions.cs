using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>A model with overrides of what its manifest says.</summary>
public sealed record ModelOptions
{
    /// <summary>A manifest's name as `edgevision models list` shows it, or the path of a manifest, its folder or an .onnx file.</summary>
    public required string Manifest { get; init; }

    /// <summary>Least score of a detection; the manifest's when left out.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double? Score { get; init; }

    /// <summary>Overlap (intersection over union) from which the weaker of two boxes is dropped; the manifest's when left out.</summary>
    [Range(0.0, 1.0)]
    public double? Nms { get; init; }
}
