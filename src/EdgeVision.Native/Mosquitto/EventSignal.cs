using System.Runtime.InteropServices;
using EdgeVision.Native.Linux;

namespace EdgeVision.Native.Mosquitto;

/// <summary>
/// Wakes one thread that waits in <see cref="Wait"/> or in <see cref="MosquittoClient.Step"/> (an eventfd, because
/// that wait is on a socket as well). A signal given while nobody waits is kept.
/// </summary>
public sealed class EventSignal : SafeHandle
{
    public EventSignal()
        : base(-1, ownsHandle: true)
    {
        var descriptor = Libc.eventfd(0, Libc.EFD_NONBLOCK | Libc.EFD_CLOEXEC);
        if (descriptor < 0)
        {
            throw new IOException($"no wake-up descriptor: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        SetHandle(descriptor);
    }

    public override bool IsInvalid => handle == -1;

    /// <summary>From any thread; never blocks.</summary>
    public void Set()
    {
        var held = false;
        try
        {
            DangerousAddRef(ref held);
            _ = Libc.eventfd_write((int)handle, 1);
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }

    /// <summary>Waits for a signal or the time; true when signalled.</summary>
    public bool Wait(TimeSpan time) => Poll(-1, wantWrite: false, time).Woken;

    /// <summary>Waits until the socket is ready, a signal comes or time is up.</summary>
    internal Readiness Poll(int socket, bool wantWrite, TimeSpan time)
    {
        var held = false;
        try
        {
            DangerousAddRef(ref held);
            Span<PollEntry> entries =
            [
                new PollEntry { Descriptor = (int)handle, Wanted = Libc.POLLIN },
                new PollEntry { Descriptor = socket, Wanted = (short)(wantWrite ? Libc.POLLIN | Libc.POLLOUT : Libc.POLLIN) },
            ];

            // A negative descriptor is skipped. EINTR reads as "nothing yet".
            var ready = Libc.poll(entries, (nuint)entries.Length, (int)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue));
            if (ready <= 0)
            {
                return default;
            }

            var woken = entries[0].Seen != 0;
            if (woken)
            {
                _ = Libc.eventfd_read((int)handle, out _);
            }

            var seen = entries[1].Seen;
            return new Readiness(woken, (seen & ~Libc.POLLOUT) != 0, (seen & Libc.POLLOUT) != 0);
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }

    protected override bool ReleaseHandle() => Libc.close((int)handle) == 0;
}
