using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>What is looked for in a camera's frames, and how often.</summary>
public sealed record DetectOptions
{
    /// <summary>One of the names under models.</summary>
    public string Model { get; init; } = "default";

    /// <summary>Inferences per second.</summary>
    public FpsOptions Fps { get; init; } = new();

    /// <summary>Age at which a frame that still waits for inference is let go.</summary>
    [Range(typeof(TimeSpan), "10ms", "1m")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Share of the accelerators against the other cameras.</summary>
    [Range(0.01, 100.0)]
    public double Weight { get; init; } = 1;

    /// <summary>Labels of the model to report; all when left out.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];
}
