namespace EdgeVision.Native.Linux;

/// <summary>The signals a process group is sent, by their numbers on every Linux this runs on.</summary>
public enum GroupSignal
{
    /// <summary>SIGKILL: ends even a stopped process.</summary>
    Kill = 9,

    /// <summary>SIGTERM: asks to end.</summary>
    Terminate = 15,

    /// <summary>SIGCONT: goes on after SIGSTOP.</summary>
    Continue = 18,

    /// <summary>SIGSTOP: halts.</summary>
    Stop = 19,
}
