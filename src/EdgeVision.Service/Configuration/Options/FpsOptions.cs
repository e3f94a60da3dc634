using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>Inferences per second.</summary>
public sealed record FpsOptions
{
    /// <summary>Wanted at least, also under a tight budget.</summary>
    [Range(0.0, 1000.0)]
    public double Min { get; init; } = 0.2;

    /// <summary>At most; every frame when left out.</summary>
    [Range(0.01, 1000.0)]
    public double? Max { get; init; }
}
