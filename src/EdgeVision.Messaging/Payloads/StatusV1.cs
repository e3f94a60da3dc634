namespace EdgeVision.Messaging.Payloads;

/// <summary>Whether the device is there. In the last will the times are those of the connection it belongs to.</summary>
public sealed record StatusV1 : PayloadHeader
{
    public StatusV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "status/1";

    /// <summary>online; offline (last will: the connection broke); stopped (told to).</summary>
    public required string Status { get; init; }
}
