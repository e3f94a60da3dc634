namespace EdgeVision.Messaging.Payloads;

/// <summary>What was found in one inferred frame. Time, clock and mono_ns are those of the frame.</summary>
public sealed record DetectionsV1 : PayloadHeader
{
    public DetectionsV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "detections/1";

    /// <summary>The camera's id.</summary>
    public required string Camera { get; init; }

    /// <summary>Counts this topic's messages from 0 without a gap; one that is missing was lost on the way.</summary>
    public required long Seq { get; init; }

    /// <summary>Number of the frame at its camera.</summary>
    public required long FrameSeq { get; init; }

    /// <summary>Age of the frame when its detections were ready, in ms.</summary>
    public required double AgeMs { get; init; }

    /// <summary>The manifest's name.</summary>
    public required string Model { get; init; }

    /// <summary>Hash of the model file, lower-case hex.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>Name of the accelerator that ran it.</summary>
    public required string Accelerator { get; init; }

    /// <summary>Width and height of the model's input.</summary>
    public required IReadOnlyList<int> Input { get; init; }

    public required LatencyV1 LatencyMs { get; init; }

    /// <summary>Best score first.</summary>
    public required IReadOnlyList<DetectedObjectV1> Objects { get; init; }
}
