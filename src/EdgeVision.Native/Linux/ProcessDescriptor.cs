using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Native.Linux;

/// <summary>A descriptor that becomes ready when a process ends (pidfd).</summary>
public static class ProcessDescriptor
{
    // The same on every architecture; glibc has a function for it only from 2.36 on.
    private const int PidfdOpen = 434;

    /// <summary>Null where the kernel is older than 5.3, or the process is gone.</summary>
    /// <param name="process">Of a child that was not yet waited for; another process may else have its number.</param>
    public static SafeHandle? TryOpen(int process)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(process, 2);
        var descriptor = (int)Libc.syscall(PidfdOpen, process, 0);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
    }
}
