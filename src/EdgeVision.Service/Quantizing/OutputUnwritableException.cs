namespace EdgeVision.Service.Quantizing;

/// <summary>An output cannot be written where it should go; the message says what, where, and what to do.</summary>
public sealed class OutputUnwritableException(string message, Exception cause) : IOException(message, cause)
{
    /// <summary>Why, in brackets, for messages; empty where the system's words would mislead.</summary>
    public static string Reason(Exception cause) => cause switch
    {
        UnauthorizedAccessException => " (permission denied)",

        // The system calls a folder that takes no entries a missing file.
        FileNotFoundException or DirectoryNotFoundException or null => "",
        _ => $" ({cause.Message.TrimEnd('.')})",
    };
}
