namespace EdgeVision.Service;

/// <summary>What the program's exit status says; the numbers are those of sysexits.h.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>It ran, and the answer is no: a check failed, nothing was found.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 64;

    /// <summary>An input file was read and is not what it should be.</summary>
    public const int Data = 65;

    /// <summary>An input file is missing or not readable.</summary>
    public const int NoInput = 66;

    /// <summary>A library, program, model or device is missing.</summary>
    public const int Unavailable = 69;

    /// <summary>An output cannot be made: it would overwrite what is there already, or nothing can be written there.</summary>
    public const int NoOutput = 73;

    /// <summary>The configuration is wrong.</summary>
    public const int Config = 78;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
