using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>Waits for several descriptors at once and allocates nothing while waiting. One thread.</summary>
public sealed class DescriptorWait : IDisposable
{
    private const int Most = 32;

    private readonly SafeHandle[] _held;
    private readonly PollEntry[] _entries;

    /// <param name="descriptors">At most 32; kept open until Dispose.</param>
    public DescriptorWait(params ReadOnlySpan<SafeHandle> descriptors)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(descriptors.Length, Most);
        _held = new SafeHandle[descriptors.Length];
        _entries = new PollEntry[descriptors.Length];
        for (var i = 0; i < descriptors.Length; i++)
        {
            var held = false;
            descriptors[i].DangerousAddRef(ref held);
            _held[i] = descriptors[i];
            _entries[i] = new PollEntry { Descriptor = (int)descriptors[i].DangerousGetHandle(), Wanted = Libc.POLLIN };
        }
    }

    /// <summary>Waits until something can be read, or has ended, on at least one.</summary>
    /// <param name="atMost">In whole milliseconds; null waits for ever.</param>
    /// <returns>Bit i stands for descriptor i; 0 when time is up.</returns>
    /// <exception cref="IOException">The system refuses to wait.</exception>
    public uint Wait(TimeSpan? atMost = null)
    {
        var limit = atMost is { } time ? (int)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue) : -1;
        while (Libc.poll(_entries, (nuint)_entries.Length, limit) < 0)
        {
            if (Marshal.GetLastPInvokeError() is not (Libc.EINTR or Libc.EAGAIN))
            {
                throw new IOException($"poll: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }

        var ready = 0u;
        for (var i = 0; i < _entries.Length; i++)
        {
            ready |= _entries[i].Seen != 0 ? 1u << i : 0;
        }

        return ready;
    }

    /// <summary>Waits no more for this one: it has ended and would be ready for ever.</summary>
    public void Forget(int index) => _entries[index] = new PollEntry { Descriptor = -1 };

    public void Dispose()
    {
        foreach (ref var held in _held.AsSpan())
        {
            held?.DangerousRelease();
            held = null!;
        }
    }
}
