namespace EdgeVision.Native.OnnxRuntime;

/// <summary>One message from the library.</summary>
public sealed record OrtLogLine(OrtSeverity Severity, string Category, string Message)
{
    public override string ToString() => $"{Severity} {Category}: {Message}";
}
