namespace EdgeVision.Messaging.Payloads;

/// <summary>Who speaks, and in which run: with topic and seq this names a result for ever.</summary>
/// <param name="Device">The device's id in the configuration.</param>
/// <param name="SessionId">New at each start of the process.</param>
/// <param name="BootId">New at each boot of the device; dates mono_ns.</param>
public sealed record DeviceSession(string Device, string SessionId, string BootId)
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    /// <summary>A new session on this machine.</summary>
    public static DeviceSession Begin(string device)
    {
        var boot = File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() : Guid.NewGuid().ToString();
        return new DeviceSession(device, Guid.NewGuid().ToString("n"), boot);
    }
}
