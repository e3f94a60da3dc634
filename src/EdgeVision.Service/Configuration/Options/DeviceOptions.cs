namespace EdgeVision.Service.Configuration.Options;

/// <summary>Who the device is.</summary>
public sealed record DeviceOptions
{
    /// <summary>The device's name in topics and metrics.</summary>
    [IdRule]
    public required string Id { get; init; }

    /// <summary>A name for people; the id when left out.</summary>
    public string? Name { get; init; }

    /// <summary>IANA name such as Europe/Berlin, for schedules and texts; the system's zone when left out. Messages always carry UTC.</summary>
    public string? Timezone { get; init; }
}
