using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Doctor.Cameras;

/// <summary>A camera of the device file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Timeout">How long connecting may take, as the device file has it.</param>
/// <param name="Connect">Makes a connection, not yet open.</param>
/// <param name="IsDevice">A device of this machine, which serves one program at a time.</param>
public sealed record CameraToCheck(string Id, TimeSpan Timeout, Func<IFrameSource> Connect, bool IsDevice)
{
    /// <summary>What helps when no picture comes.</summary>
    public string Remedy { get; init; } = "check the camera's power, cable and network, and its address in source";
}
