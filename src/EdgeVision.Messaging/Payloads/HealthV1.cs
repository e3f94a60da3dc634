namespace EdgeVision.Messaging.Payloads;

/// <summary>How the device is doing. Counts run since the start of the process.</summary>
public sealed record HealthV1 : PayloadHeader
{
    public HealthV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "health/1";

    /// <summary>Seconds since the start of the process.</summary>
    public required double UptimeS { get; init; }

    public required IReadOnlyList<HealthCameraV1> Cameras { get; init; }

    public required HealthMemoryV1 Memory { get; init; }

    public required HealthMqttV1 Mqtt { get; init; }

    /// <summary>Fault records so far.</summary>
    public required long Faults { get; init; }
}
