namespace EdgeVision.Messaging.Payloads;

/// <summary>One camera's books: captured = the sum of all fates + in_slot + in_flight.</summary>
public sealed record HealthCameraV1
{
    /// <summary>The camera's id.</summary>
    public required string Camera { get; init; }

    /// <summary>Frames that arrived.</summary>
    public required long Captured { get; init; }

    public required HealthFatesV1 Fates { get; init; }

    /// <summary>Frames that wait: 0 or 1.</summary>
    public required int InSlot { get; init; }

    /// <summary>Frames being looked at.</summary>
    public required int InFlight { get; init; }

    /// <summary>Frames captured per second since the last health message; null in the first.</summary>
    public double? CapturedFps { get; init; }

    /// <summary>Frames inferred per second since the last health message; null in the first.</summary>
    public double? InferredFps { get; init; }

    /// <summary>Capture to detections over the last frames; null before the first.</summary>
    public HealthLatencyV1? LatencyMs { get; init; }
}
