namespace EdgeVision.Native.OnnxRuntime;

/// <summary>ONNX Runtime's logging levels (<c>OrtLoggingLevel</c>).</summary>
public enum OrtSeverity
{
    Verbose = 0,
    Info = 1,
    Warning = 2,
    Error = 3,
    Fatal = 4,
}
