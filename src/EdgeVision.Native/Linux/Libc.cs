using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>The C library's calls that .NET does not offer, under their own names.</summary>
internal static partial class Libc
{
    internal const int EINTR = 4;
    internal const int EAGAIN = 11;
    internal const int EFD_CLOEXEC = 0x80000;
    internal const int EFD_NONBLOCK = 0x800;
    internal const int F_SETPIPE_SZ = 1031;
    internal const int M_MMAP_THRESHOLD = -3;
    internal const int M_ARENA_MAX = -8;
    internal const short POLLIN = 1;
    internal const short POLLOUT = 4;
    internal const short POLLRDHUP = 0x2000;
    internal const int MSG_DONTWAIT = 0x40;
    internal const int MSG_NOSIGNAL = 0x4000;
    internal const int SOL_SOCKET = 1;
    internal const int SO_PEERCRED = 17;
    internal const int CLOCK_MONOTONIC = 1;
    internal const int TFD_CLOEXEC = 0x80000;
    internal const int TFD_NONBLOCK = 0x800;
    internal const int PR_SET_PDEATHSIG = 1;

    private const string Library = "libc";

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int kill(int pid, int signal);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int eventfd(uint initial, int flags);

    [LibraryImport(Library)]
    internal static partial int eventfd_write(int descriptor, ulong value);

    [LibraryImport(Library)]
    internal static partial int eventfd_read(int descriptor, out ulong value);

    [LibraryImport(Library)]
    internal static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int fcntl(SafeHandle descriptor, int command, int argument);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int poll(Span<PollEntry> entries, nuint count, int timeoutMilliseconds);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial nint read(SafeHandle descriptor, Span<byte> buffer, nuint count);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial nint write(SafeHandle descriptor, ReadOnlySpan<byte> buffer, nuint count);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int statx(int folder, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int statx(SafeHandle file, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int setenv(string name, string value, int overwrite);

    [LibraryImport(Library)]
    internal static partial int malloc_trim(nuint keep);

    [LibraryImport(Library)]
    internal static partial int mallopt(int parameter, int value);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial nint recv(SafeHandle socket, Span<byte> buffer, nuint count, int flags);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial nint send(SafeHandle socket, ReadOnlySpan<byte> buffer, nuint count, int flags);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int getsockopt(SafeHandle socket, int level, int option, Span<uint> value, ref uint bytes);

    [LibraryImport(Library)]
    internal static partial uint geteuid();

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int timerfd_create(int clock, int flags);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int timerfd_settime(SafeHandle timer, int flags, ReadOnlySpan<nint> value, nint old);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int prctl(int option, nuint argument);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial nint syscall(nint number, nint first, nint second);

    // It returns the error; errno is not touched.
    [LibraryImport(Library)]
    internal static partial int posix_fallocate(SafeHandle file, nint offset, nint length);
}
