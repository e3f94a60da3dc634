namespace EdgeVision.Messaging.Payloads;

/// <summary>How one camera is, and what it sees now.</summary>
public sealed record CameraStateV1 : PayloadHeader
{
    public CameraStateV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "camera-state/1";

    /// <summary>The camera's id.</summary>
    public required string Camera { get; init; }

    /// <summary>starting, online, stalled, backoff or stopped.</summary>
    public required string State { get; init; }

    /// <summary>Why it is not well; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it; null when nothing is needed.</summary>
    public string? Remedy { get; init; }

    /// <summary>Seconds to the next attempt, in backoff.</summary>
    public double? RetryInS { get; init; }

    /// <summary>Times it was connected anew.</summary>
    public required int Restarts { get; init; }

    /// <summary>Width x height of its picture; null before the first.</summary>
    public string? Size { get; init; }

    /// <summary>Inferred frames per second, over the last seconds; null before there were any.</summary>
    public double? Fps { get; init; }

    /// <summary>Objects in the newest inferred frame, by label.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}
