using System.Text.Json.Serialization;

namespace EdgeVision.Messaging.Payloads;

/// <summary>Something broke.</summary>
public sealed record FaultV1 : PayloadHeader
{
    public FaultV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "fault/1";

    /// <summary>Counts this topic's messages from 0 without a gap; one that is missing was lost on the way.</summary>
    public required long Seq { get; init; }

    /// <summary>Its kind, such as source_unreachable; stable.</summary>
    public required string Code { get; init; }

    /// <summary>What has it, such as "camera gate".</summary>
    public required string Subject { get; init; }

    /// <summary>What happened, one line.</summary>
    public required string What { get; init; }

    /// <summary>What a person can do about it; null when nothing is needed.</summary>
    public string? Remedy { get; init; }

    /// <summary>Last words of the program or library behind it; null when none.</summary>
    public string? Tail { get; init; }

    /// <summary>Of an accelerator's fault: where exactly. Left out of other faults' messages, which are as they were before it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultOriginV1? Origin { get; init; }
}
