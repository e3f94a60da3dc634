namespace EdgeVision.Native.Linux;

/// <summary>Signals to a whole process group: a child started through setsid, and all that it started.</summary>
public static class ProcessGroup
{
    /// <summary>Sends the signal to every process of the group.</summary>
    /// <param name="leader">Process id of the child that leads the group.</param>
    /// <param name="signal">What to send.</param>
    /// <returns>False when no such group is left.</returns>
    public static bool Signal(int leader, GroupSignal signal)
    {
        // 0 would mean our own group, and 1 every process there is.
        ArgumentOutOfRangeException.ThrowIfLessThan(leader, 2);
        return Libc.kill(-leader, (int)signal) == 0;
    }

    /// <summary>Sends the signal to one process. A child that has not yet become a leader can only be met this way.</summary>
    /// <param name="process">Process id.</param>
    /// <param name="signal">What to send.</param>
    /// <returns>False when there is no such process.</returns>
    public static bool SignalOne(int process, GroupSignal signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(process, 2);
        return Libc.kill(process, (int)signal) == 0;
    }
}
