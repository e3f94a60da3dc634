namespace EdgeVision.Service.Configuration.Options;

/// <summary>Whether a provider runs in a process of its own.</summary>
public enum Isolation
{
    /// <summary>In a process of its own, except CPU.</summary>
    Auto,

    /// <summary>In a process of its own, which may crash or hang alone.</summary>
    Process,

    /// <summary>Within the service: less work for each frame, and a crash of the driver ends the service.</summary>
    None,
}
