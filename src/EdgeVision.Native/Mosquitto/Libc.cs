using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>The few calls of libc that a wait on a socket and a signal needs.</summary>
internal static unsafe partial class Libc
{
    internal const short PollIn = 1;
    internal const short PollOut = 4;
    internal const int EventNonBlocking = 0x800;
    internal const int EventCloseOnExec = 0x80000;

    [LibraryImport("libc")]
    internal static partial int poll(PollEntry* fds, nuint nfds, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int eventfd(uint initval, int flags);

    [LibraryImport("libc")]
    internal static partial int eventfd_write(int fd, ulong value);

    [LibraryImport("libc")]
    internal static partial int eventfd_read(int fd, out ulong value);

    [LibraryImport("libc")]
    internal static partial int close(int fd);
}
