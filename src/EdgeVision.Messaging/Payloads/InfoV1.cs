namespace EdgeVision.Messaging.Payloads;

/// <summary>What the device is and what it runs.</summary>
public sealed record InfoV1 : PayloadHeader
{
    public InfoV1(WireStamp stamp)
        : base(stamp)
    {
    }

    public override string Schema => "info/1";

    /// <summary>The device's name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the service.</summary>
    public required string Version { get; init; }

    /// <summary>Board, such as "Raspberry Pi 5 Model B"; "unknown" when it does not say.</summary>
    public required string Board { get; init; }

    /// <summary>Operating system and architecture.</summary>
    public required string System { get; init; }

    public required IReadOnlyList<InfoCameraV1> Cameras { get; init; }

    public required IReadOnlyList<InfoModelV1> Models { get; init; }

    public required IReadOnlyList<InfoAcceleratorV1> Accelerators { get; init; }
}
