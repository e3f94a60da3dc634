using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>Notices accelerators that are plugged in or pulled out, by reading the system's lists now and then.</summary>
/// <param name="time">The clock.</param>
/// <param name="read">The devices as they are now; null for this machine's.</param>
public sealed class HardwareWatch(TimeProvider time, Func<HardwareInventory>? read = null)
{
    // Reading takes a few milliseconds; who plugs a stick in can wait that long.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Func<HardwareInventory> _read = read ?? (static () => HardwareScan.Read());
    private string? _known;

    /// <summary>Ends when the devices are other than at the last look.</summary>
    /// <returns>What there is now, for the log.</returns>
    public async Task<string> ChangeAsync(CancellationToken cancellation)
    {
        _known ??= Words();
        while (true)
        {
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(false);
            var now = Words();
            if (now != _known)
            {
                _known = now;
                return now;
            }
        }
    }

    private string Words() => string.Join("; ", _read().Devices.Select(static device => $"{device}{(device.Driver.Length == 0 ? "" : $" {device.Driver}")} {string.Join(' ', device.Nodes)}".TrimEnd()));
}
