namespace EdgeVision.Native.Linux;

/// <summary>What becomes of a child when its parent goes.</summary>
public static class ParentDeath
{
    /// <summary>
    /// Has the kernel kill this process when the thread that started it ends. The thread, not the process: who starts a
    /// child that calls this keeps the starting thread for as long as the child shall live.
    /// </summary>
    /// <returns>False when the kernel refuses.</returns>
    public static bool KillsThisProcess() => Libc.prctl(Libc.PR_SET_PDEATHSIG, (nuint)GroupSignal.Kill) == 0;
}
