namespace EdgeVision.Native.Linux;

/// <summary>Memory that native code has freed and the C library keeps for later.</summary>
internal static class FreedMemory
{
    private static bool _isOffered = true;

    /// <summary>
    /// Gives it back to the system. Many models after another, loaded on threads that each have a heap of their own, else leave holes
    /// that grow to several times what is in use.
    /// </summary>
    public static void GiveBack()
    {
        if (!_isOffered)
        {
            return;
        }

        try
        {
            _ = Libc.malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc keeps that much; others, such as musl, have no such call.
            _isOffered = false;
        }
    }
}
