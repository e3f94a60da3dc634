using System.Text.Json.Serialization;

namespace EdgeVision.Messaging.Payloads;

/// <summary>What every payload begins with.</summary>
public abstract record PayloadHeader
{
    protected PayloadHeader(WireStamp stamp)
    {
        Device = stamp.Session.Device;
        SessionId = stamp.Session.SessionId;
        BootId = stamp.Session.BootId;
        Time = stamp.Time;
        Clock = stamp.Clock;
        MonoNs = stamp.MonoNs;
    }

    /// <summary>Name and version of the schema, such as detections/1.</summary>
    [JsonPropertyOrder(-7)]
    public abstract string Schema { get; }

    /// <summary>The device's id.</summary>
    [JsonPropertyOrder(-6)]
    public string Device { get; }

    /// <summary>New at each start of the process.</summary>
    [JsonPropertyOrder(-5)]
    public string SessionId { get; }

    /// <summary>New at each boot; dates mono_ns.</summary>
    [JsonPropertyOrder(-4)]
    public string BootId { get; }

    /// <summary>UTC wall clock; for detections that of the frame.</summary>
    [JsonPropertyOrder(-3)]
    public DateTimeOffset Time { get; }

    /// <summary>Whether the wall clock is right: synced or unsynced.</summary>
    [JsonPropertyOrder(-2)]
    public string Clock { get; }

    /// <summary>The same instant on the monotonic clock, in ns since boot.</summary>
    [JsonPropertyOrder(-1)]
    public long MonoNs { get; }
}
