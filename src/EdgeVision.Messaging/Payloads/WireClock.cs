using EdgeVision.Core.Frames;
using EdgeVision.Native.Linux;

namespace EdgeVision.Messaging.Payloads;

/// <summary>
/// Times as they are published. The wall clock counts as synced when systemd-timesyncd has set it since boot or the
/// kernel says that some time service keeps it; a device without network starts with a wrong one.
/// </summary>
public sealed class WireClock(DeviceSession session, TimeProvider time)
{
    private const string Synced = "synced";
    private const string Unsynced = "unsynced";
    private const string TimesyncdMark = "/run/systemd/timesync/synchronized";
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long _asked;
    private string? _state;

    /// <summary>This instant.</summary>
    public WireStamp Now() => new(session, time.GetUtcNow(), State, ToNanoseconds(time.GetTimestamp()));

    /// <summary>The instant at which a frame was taken.</summary>
    public WireStamp At(FrameStamp frame) => new(session, frame.WallTime, State, ToNanoseconds(frame.Captured));

    private string State
    {
        get
        {
            lock (_gate)
            {
                if (_state is null || time.GetElapsedTime(_asked) > AskAgainAfter)
                {
                    _asked = time.GetTimestamp();
                    _state = File.Exists(TimesyncdMark) || KernelClock.IsSynchronised() == true ? Synced : Unsynced;
                }

                return _state;
            }
        }
    }

    // CLOCK_MONOTONIC is what TimeProvider.System's timestamps are on Linux.
    private long ToNanoseconds(long timestamp) => (long)((Int128)timestamp * 1_000_000_000 / time.TimestampFrequency);
}
