using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Native.Linux;

/// <summary>A timer that a <see cref="DescriptorWait"/> can wait for beside sockets and pipes. Allocates nothing once made.</summary>
public sealed class KernelTimer : IDisposable
{
    private readonly SafeFileHandle _timer;

    /// <exception cref="IOException">The system has no file descriptors left.</exception>
    public KernelTimer()
    {
        var descriptor = Libc.timerfd_create(Libc.CLOCK_MONOTONIC, Libc.TFD_CLOEXEC | Libc.TFD_NONBLOCK);
        _timer = descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException($"timerfd_create: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Ready when the timer has run out and was not yet taken.</summary>
    public SafeHandle Handle => _timer;

    /// <summary>Starts it anew; an earlier time and its running out are forgotten. From any thread.</summary>
    /// <param name="after">From now; 0 or less runs out at once.</param>
    public void Arm(TimeSpan after)
    {
        // All zero would disarm it.
        var nanoseconds = Math.Max(1, after.Ticks > 0 ? after.Ticks * 100 : 1);
        Set((nint)(nanoseconds / 1_000_000_000), (nint)(nanoseconds % 1_000_000_000));
    }

    public void Disarm() => Set(0, 0);

    /// <summary>Whether it has run out since it was armed; true once only.</summary>
    public bool TryTake()
    {
        Span<byte> count = stackalloc byte[sizeof(ulong)];
        return Libc.read(_timer, count, (nuint)count.Length) == count.Length;
    }

    public void Dispose() => _timer.Dispose();

    private void Set(nint seconds, nint nanoseconds) => _ = Libc.timerfd_settime(_timer, 0, [0, 0, seconds, nanoseconds], 0);
}
