namespace EdgeVision.Capture.Processes;

/// <summary>How a child ended.</summary>
/// <param name="Code">Exit code; 128 + number for a signal, as shells say it.</param>
public readonly record struct ChildExit(int Code)
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    public bool InGoodOrder => Code == 0;

    /// <summary>The signal that ended it, or null.</summary>
    public int? Signal => Code is > SignalBase and <= SignalBase + LastSignal ? Code - SignalBase : null;

    public override string ToString() => Signal is { } signal ? $"was killed by signal {signal}{NameOf(signal)}" : $"ended with exit code {Code}";

    private static string NameOf(int signal) => signal switch
    {
        4 => " (SIGILL)",
        6 => " (SIGABRT)",
        7 => " (SIGBUS)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        13 => " (SIGPIPE)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
