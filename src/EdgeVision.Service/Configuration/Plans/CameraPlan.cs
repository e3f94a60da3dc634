using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Pipeline;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>A camera with everything looked up.</summary>
public sealed record CameraPlan
{
    /// <summary>What the scheduler is asked for; holds the camera's id.</summary>
    public required LanePlan Lane { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>Paths are absolute.</summary>
    public required SourceSpec Source { get; init; }

    /// <summary>Absolute path, or null.</summary>
    public string? PasswordFile { get; init; }

    public required CaptureOptions Capture { get; init; }

    public required ModelPlan Model { get; init; }

    /// <summary>Inferences per second wanted also under a tight budget.</summary>
    public required double MinFramesPerSecond { get; init; }

    /// <summary>Labels to report, as the model spells them; empty for all.</summary>
    public required IReadOnlyList<string> Objects { get; init; }
}
