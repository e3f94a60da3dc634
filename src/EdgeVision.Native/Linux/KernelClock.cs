using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>What the kernel knows about its wall clock.</summary>
public static unsafe partial class KernelClock
{
    // TIME_ERROR of sys/timex.h: the clock is not synchronised.
    private const int TimeError = 5;

    // struct timex has 208 bytes on 64-bit and 128 on 32-bit systems; all zero asks without changing.
    private const int TimexBytes = 256;

    /// <summary>
    /// Whether a time service (timesyncd, chrony, ntpd) keeps the wall clock right; null when the kernel will not say.
    /// </summary>
    public static bool? IsSynchronised()
    {
        try
        {
            var timex = stackalloc byte[TimexBytes];
            new Span<byte>(timex, TimexBytes).Clear();
            var state = adjtimex(timex);
            return state < 0 ? null : state != TimeError;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc")]
    private static partial int adjtimex(byte* buf);
}
