using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Native.Linux;

/// <summary>
/// Reads a pipe so that another thread can end the wait. Killing the writer is not enough for that: a grandchild
/// may hold the other end open. Allocates nothing while reading.
/// </summary>
public sealed class InterruptiblePipe : IDisposable
{
    /// <summary>What <see cref="Read"/> returns after <see cref="Interrupt"/>.</summary>
    public const int Interrupted = -1;

    private readonly SafeHandle _pipe;
    private readonly SafeFileHandle _wake;
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <param name="pipe">The reading end; this takes it over and closes it.</param>
    /// <exception cref="IOException">The system has no file descriptors left.</exception>
    public InterruptiblePipe(SafeHandle pipe)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        _pipe = pipe;
        var descriptor = Libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK);
        if (descriptor < 0)
        {
            throw new IOException($"eventfd: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        _wake = new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Asks for room in the pipe, so that a writer need not wait for the reader within a frame.</summary>
    /// <param name="bytes">Wanted size; Linux rounds it up to a power of two.</param>
    /// <returns>False when the system allows no more; the pipe stays as it was.</returns>
    public bool TryGrow(int bytes) => Libc.fcntl(_pipe, Libc.F_SETPIPE_SZ, bytes) >= 0;

    /// <summary>Waits for bytes and reads what is there.</summary>
    /// <returns>Bytes read, 0 at the end of the stream, <see cref="Interrupted"/> after <see cref="Interrupt"/>.</returns>
    /// <exception cref="IOException">The pipe cannot be read.</exception>
    public int Read(Span<byte> buffer)
    {
        if (!WaitForBytes())
        {
            return Interrupted;
        }

        nint read;
        while ((read = Libc.read(_pipe, buffer, (nuint)buffer.Length)) < 0)
        {
            Check("read");
        }

        return (int)read;
    }

    /// <summary>Ends the wait of this and every later <see cref="Read"/>. From any thread, also after Dispose.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                ReadOnlySpan<byte> one = [1, 0, 0, 0, 0, 0, 0, 0];
                _ = Libc.write(_wake, one, (nuint)one.Length);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _wake.Dispose();
            _pipe.Dispose();
        }
    }

    private bool WaitForBytes()
    {
        var held = false;
        var heldWake = false;
        try
        {
            _pipe.DangerousAddRef(ref held);
            _wake.DangerousAddRef(ref heldWake);
            Span<PollEntry> entries =
            [
                new() { Descriptor = (int)_pipe.DangerousGetHandle(), Wanted = Libc.POLLIN },
                new() { Descriptor = (int)_wake.DangerousGetHandle(), Wanted = Libc.POLLIN },
            ];
            while (Libc.poll(entries, 2, -1) < 0)
            {
                Check("poll");
            }

            return entries[1].Seen == 0;
        }
        finally
        {
            if (held)
            {
                _pipe.DangerousRelease();
            }

            if (heldWake)
            {
                _wake.DangerousRelease();
            }
        }
    }

    private static void Check(string call)
    {
        if (Marshal.GetLastPInvokeError() is not (Libc.EINTR or Libc.EAGAIN))
        {
            throw new IOException($"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }
}
