namespace EdgeVision.Core.Operating;

/// <summary>What the sensors say; null where the device has no such sensor.</summary>
/// <param name="Watts">Power drawn by the device, in W.</param>
/// <param name="Celsius">Temperature of the hottest zone, in degrees Celsius.</param>
/// <param name="Throttled">Whether the firmware limits the clock.</param>
/// <param name="BatteryShare">Charge of the battery, 0..1.</param>
public sealed record DeviceState(double? Watts, double? Celsius, bool? Throttled, double? BatteryShare)
{
    public static DeviceState Unknown { get; } = new(null, null, null, null);
}
