using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Inference.Models;

/// <summary>The float model that a quantized one was made from.</summary>
public sealed record ModelParent
{
    /// <summary>Its manifest's name.</summary>
    [RegularExpression(ModelManifest.NamePattern, ErrorMessage = ModelManifest.NameRule)]
    public required string Name { get; init; }

    /// <summary>SHA-256 of its file in lower-case hex.</summary>
    [RegularExpression(ModelManifest.HashPattern, ErrorMessage = ModelManifest.HashRule)]
    public required string Sha256 { get; init; }
}
