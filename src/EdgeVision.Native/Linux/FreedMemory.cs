namespace EdgeVision.Native.Linux;

/// <summary>
/// Memory that native code has freed and the C library keeps for later. Many models after another, loaded on threads that
/// each have a heap of their own, else leave holes that grow to several times what is in use.
/// </summary>
internal static class FreedMemory
{
    /// <summary>glibc's own first value; once set it no longer rises with the blocks that are freed.</summary>
    private const int LargeBlock = 128 * 1024;

    private const int Heaps = 2;

    private static bool _isKept = true;

    /// <summary>Has large blocks go back to the system when they are freed, and threads share heaps.</summary>
    public static void KeepLittle() => Try(static () =>
    {
        _ = Libc.mallopt(Libc.M_MMAP_THRESHOLD, LargeBlock);
        _ = Libc.mallopt(Libc.M_ARENA_MAX, Heaps);
    });

    /// <summary>Gives back what small blocks have left.</summary>
    public static void GiveBack() => Try(static () => _ = Libc.malloc_trim(0));

    private static void Try(Action call)
    {
        if (!_isKept)
        {
            return;
        }

        try
        {
            call();
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc keeps that much; others, such as musl, have no such calls.
            _isKept = false;
        }
    }
}
